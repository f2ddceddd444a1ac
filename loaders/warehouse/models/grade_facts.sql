-- Review grades and predicted grades up to asOf as ranks: 1 for the worst grade of the scale, one step a grade.
-- The outcome is the criterion's id, or 'predictions'.
create table grade_facts as
select student_id, subject, criterion as outcome, review_date, reviews.scale, reviews.grade, rank
from reviews
join scale_grades using (scale, grade)
where review_date <= (select as_of from settings)
union all by name
select student_id, subject, 'predictions' as outcome, review_date, predictions.scale, predictions.grade, rank
from predictions
join scale_grades using (scale, grade)
where kind = 'predicted' and review_date <= (select as_of from settings);
