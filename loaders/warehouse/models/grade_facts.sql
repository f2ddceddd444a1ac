-- Review grades, predicted grades and results up to asOf as ranks: 1 for the worst grade of the scale, one step a grade.
-- The outcome is the criterion's id, 'predictions' or 'test results'.
create table grade_facts as
select student_id, subject, criterion as outcome, review_date, reviews.scale, reviews.grade, rank
from reviews
join scale_grades using (scale, grade)
where review_date <= (select as_of from settings)
union all by name
select
  student_id,
  subject,
  case kind when 'predicted' then 'predictions' else 'test results' end as outcome,
  review_date, predictions.scale, predictions.grade, rank
from predictions
join scale_grades using (scale, grade)
where kind in ('predicted', 'result') and review_date <= (select as_of from settings);
