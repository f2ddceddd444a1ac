-- Targets of the students who have a page, and how many grades the latest predicted grade is below (+) or above (-);
-- null where the two are on different scales, or there is no predicted grade this year.
create table student_targets as
with predicted as (
  select student_id, subject, scale, rank_sum, rank_count from recent_grades where outcome = 'predictions'
)
select
  student_id,
  subject,
  targets.scale,
  targets.grade,
  targets.rank,
  case when predicted.scale = targets.scale then targets.rank - rank_sum / rank_count end as gap
from targets
join student_list using (student_id)
left join predicted using (student_id, subject);
