-- The predicted grades before and after of every student looked at: a row for each teacher's grade of the day that
-- pairs_in chose, and one without a grade for a subject of the year that has none at that moment.
create table attainment_grades as
with pairs as (
  select * from pairs_in('windows') where outcome = 'predictions'
),
moments as (
  select student_id, subject, 'before' as moment, before_date as review_date
  from predicted_subjects
  left join pairs using (student_id, subject)
  union all
  select student_id, subject, 'after' as moment, after_date as review_date
  from predicted_subjects
  left join pairs using (student_id, subject)
)
select
  moments.student_id,
  moments.subject,
  moments.moment,
  predictions.scale,
  predictions.grade,
  predictions.qualification
from moments
left join predictions
  on (predictions.student_id, predictions.subject, predictions.review_date)
   = (moments.student_id, moments.subject, moments.review_date)
  and predictions.kind = 'predicted';
