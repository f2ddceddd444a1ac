-- Predicted against target, per student and subject, where both are on the same scale. gap: grades below target.
create table off_target as
select
  student_id,
  subject,
  review_date,
  recent_grades.grade as predicted,
  targets.grade as target,
  targets.rank - rank_sum / rank_count as gap,
  rank_sum < targets.rank * rank_count as below
from recent_grades
join targets using (student_id, subject, scale)
where outcome = 'predictions';
