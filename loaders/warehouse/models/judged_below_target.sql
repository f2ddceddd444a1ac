-- Per judgement and subject: predicted against target, where both are on the same scale. gap: grades below target.
create table judged_below_target as
select
  student_id,
  day,
  subject,
  review_date,
  fresh,
  judged_grades.grade as predicted,
  judged_targets.grade as target,
  judged_targets.rank - rank_sum / rank_count as gap,
  rank_sum < judged_targets.rank * rank_count as below
from judged_grades
join judged_targets using (student_id, day, subject, scale)
where outcome = 'predictions';
