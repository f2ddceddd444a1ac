-- Students on roll at asOf, with their mentors where an agreement is running.
create table on_roll as
with running as (
  select student_id, string_agg(distinct coalesce(staff.name, mentor_id), ', ' order by coalesce(staff.name, mentor_id)) as mentor
  from agreements_to_date
  left join staff on staff_id = mentor_id
  where active
  group by student_id
)
select
  students.student_id,
  surname,
  coalesce(preferred_name, forename) as forename,
  year_group,
  tutor_group,
  mentor is not null as mentored,
  mentor
from students
left join running using (student_id)
cross join settings
where (joined_on is null or joined_on <= as_of) and (left_on is null or left_on > as_of);
