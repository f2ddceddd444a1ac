/** Everything the page Dose and delivery calls. */
export { menteeWeeksCard } from "./delivery-mentee-weeks.js";
export { mentorsCard } from "./delivery-mentors.js";
export { meetingsCard } from "./delivery-summary.js";
export { weeksCard } from "./delivery-weeks.js";
export { doseCard } from "./dose.js";
