import { fileURLToPath } from "node:url";
import { collegeFiles } from "./college/college.ts";
import { writeFolder } from "./folder.ts";
import { schoolFiles } from "./school/school.ts";

const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

writeFolder(folder("college"), collegeFiles());
writeFolder(folder("school"), schoolFiles());
