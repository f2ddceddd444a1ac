-- Predicted grades before and after against the latest target, per student looked at and subject with a predicted grade
-- in the year or a target. Gaps are predicted minus target in grades of the target's scale, as sum over teachers and
-- their number; null without a grade on that scale.
create table target_gaps as
with subjects as (
  select * from predicted_subjects
  union
  select targets.student_id, subject from targets join windows using (student_id)
),
pairs as (
  select * from pairs_in('windows') where outcome = 'predictions'
)
select
  student_id,
  subject,
  targets.scale,
  before_scale,
  after_scale,
  case when before_scale = targets.scale then before_sum - targets.rank * before_count end as before_gap,
  before_count,
  case when after_scale = targets.scale then after_sum - targets.rank * after_count end as after_gap,
  after_count
from subjects
left join targets using (student_id, subject)
left join pairs using (student_id, subject);
