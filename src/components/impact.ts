/** Everything the Impact page calls. */
export { accuracyCard } from "./accuracy.js";
export { attainmentCard } from "./attainment.js";
export { comparisonCard } from "./comparison.js";
export { distributionsCard } from "./distributions.js";
export { figuresCard } from "./figures.js";
export { findingCard } from "./finding.js";
export { furtherCard } from "./further.js";
export { gainsCard } from "./gains-chart.js";
export { independentCard } from "./independent.js";
export { onTrackCard } from "./on-track.js";
export { outcomeCard } from "./outcome-chart.js";
export { missingViews, pageHead, sourcesCard } from "./page-head.js";
export { startingPointsCard } from "./starting-points.js";
export { surveyCard } from "./survey.js";
export { targetsCard } from "./targets.js";
