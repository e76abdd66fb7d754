/** What every page of ours does: the theme, the place to come back to, the downloads. */

import { followExports } from "./exports.js";
import { keepPlace } from "./place.js";
import { parsed } from "./stream.js";
import { applyTheme, themeButton } from "./theme.js";

applyTheme();
parsed("main").then(() => {
  themeButton();
  keepPlace();
  followExports();
});
