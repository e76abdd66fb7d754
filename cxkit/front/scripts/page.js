/** A page without forms: home, the class's door, the instructor's reading. */

import { nameChosenFiles } from "./files.js";
import "./start.js";

nameChosenFiles();
