-- Students on roll at asOf, with their mentor where an agreement is active.
create table on_roll as
select
  students.student_id,
  surname,
  coalesce(preferred_name, forename) as forename,
  year_group,
  tutor_group,
  mentees.student_id is not null as mentored,
  coalesce(staff.name, mentees.mentor_id) as mentor
from students
left join mentees on mentees.student_id = students.student_id and active
left join staff on staff.staff_id = mentees.mentor_id
cross join settings
where (joined_on is null or joined_on <= as_of) and (left_on is null or left_on > as_of);
