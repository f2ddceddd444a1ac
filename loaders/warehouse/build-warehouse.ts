import type { Extract } from "../extract/extract.ts";
import type { Programme } from "../programme/load-settings.ts";
import { loadExtract } from "./load-extract.ts";
import { Warehouse } from "./warehouse.ts";

/** The models in the order in which one builds on another. */
const models = [
  "school_days",
  "agreements_to_date",
  "mentees",
  "grade_facts",
  "grade_days",
  "pairs_in",
  "mentee_pairs",
  "mentee_results",
  "measured_mentees",
  "windows",
  "comparison_windows",
  "comparison_means",
  "attendance_windows",
  "student_changes",
  "pair_counts",
  "student_change_counts",
  "meetings_to_date",
  "meeting_counts",
  "mentee_meetings",
  "mentee_profiles",
  "survey_counts",
  "predicted_subjects",
  "on_track_passes",
  "on_track",
  "on_roll",
  "recent_grades",
  "targets",
  "latest_predictions",
  "pass_gaps",
  "latest_prediction_grades",
  "attainment_grades",
  "target_gaps",
  "prediction_differences",
  "attendance_to_date",
  "active_mentees",
  "caseload",
  "caseload_grades",
  "grade_ages",
  "review_moves",
  "comment_reviews",
  "prediction_moves",
  "absent_reviews",
  "actions_due",
  "praise",
];

/** Loads an extract and makes every model. The caller closes the warehouse. */
export async function buildWarehouse(programme: Programme, extract: Extract): Promise<Warehouse> {
  const warehouse = await Warehouse.open();
  try {
    await loadExtract(warehouse, programme, extract);
    await warehouse.make(models);
    return warehouse;
  } catch (error) {
    warehouse.close();
    throw error;
  }
}
