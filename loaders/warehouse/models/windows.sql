-- The time each student is looked at: mentees their own; everybody else from the lower median start to the lower
-- median end of the measured mentees.
create table windows as
with middle as (
  select quantile_disc(starts_on, 0.5) as starts_on, quantile_disc(ends_on, 0.5) as ends_on
  from measured_mentees
)
select student_id, starts_on, ends_on from mentees
union all
select student_id, starts_on, ends_on
from students
cross join middle
where student_id not in (select student_id from mentees)
  and starts_on is not null
  and (joined_on is null or joined_on <= starts_on)
  and (left_on is null or left_on > starts_on);
