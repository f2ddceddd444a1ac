-- The grades behind latest_predictions, a row for each teacher's, for what counts grades in points.
create table latest_prediction_grades as
select
  latest_predictions.student_id,
  latest_predictions.subject,
  fresh,
  predictions.scale,
  predictions.grade,
  predictions.qualification
from latest_predictions
join predictions
  on (predictions.student_id, predictions.subject, predictions.review_date)
   = (latest_predictions.student_id, latest_predictions.subject, latest_predictions.review_date)
  and predictions.kind = 'predicted';
