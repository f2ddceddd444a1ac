import { runExamples } from "../../support/run-examples.ts";

await runExamples("loaders/attainment");
