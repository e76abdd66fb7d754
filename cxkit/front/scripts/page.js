/** A page without forms: home, the class's door, the instructor's reading. */

import "./start.js";
