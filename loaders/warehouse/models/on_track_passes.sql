-- Per student of the counted year groups, subject and time: whether the predicted grade is a pass (null: not known).
-- The subjects are those in which the student has a predicted grade at any time in the programme's year.
create table on_track_passes as
with subjects as (
  select distinct grade_days.student_id, subject
  from grade_days
  join students using (student_id)
  join windows using (student_id)
  where outcome = 'predictions'
    and review_date >= (select year_starts_on from settings)
    and year_group in (select year_group from on_track_years)
),
pairs as (
  select * from pairs_in('windows') where outcome = 'predictions'
)
select
  student_id,
  subject,
  lower(subject) in (select lower(subject) from on_track_english) as is_english,
  lower(subject) in (select lower(subject) from on_track_maths) as is_maths,
  before_sum >= before_pass.rank * before_count as passed_before,
  after_sum >= after_pass.rank * after_count as passed_after
from subjects
left join pairs using (student_id, subject)
left join on_track_pass as before_pass on before_pass.scale = before_scale
left join on_track_pass as after_pass on after_pass.scale = after_scale;
