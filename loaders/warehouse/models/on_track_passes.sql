-- Per student of the counted year groups, subject and kind of pass: whether the predicted grade is one before and after
-- (null: not known), and how many passes it is (a double award: two).
create table on_track_passes as
with subjects as (
  select predicted_subjects.*
  from predicted_subjects
  join students using (student_id)
  where year_group in (select year_group from on_track_years)
),
pairs as (
  select * from pairs_in('windows') where outcome = 'predictions'
)
select
  student_id,
  subject,
  kinds.pass,
  lower(subject) in (select lower(subject) from on_track_english) as is_english,
  lower(subject) in (select lower(subject) from on_track_maths) as is_maths,
  greatest(coalesce(before_pass.entries, 1), coalesce(after_pass.entries, 1)) as entries,
  before_sum >= before_pass.rank * before_count as passed_before,
  after_sum >= after_pass.rank * after_count as passed_after
from subjects
cross join (select distinct pass from on_track_measures) as kinds
left join pairs using (student_id, subject)
left join on_track_pass as before_pass on before_pass.scale = before_scale and before_pass.pass = kinds.pass
left join on_track_pass as after_pass on after_pass.scale = after_scale and after_pass.pass = kinds.pass;
