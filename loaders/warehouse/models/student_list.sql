-- Students who have a page: everybody on roll at asOf, and every mentee, those who left too.
create table student_list as
select
  students.student_id,
  students.surname,
  coalesce(preferred_name, students.forename) as forename,
  students.year_group,
  students.tutor_group,
  on_roll.student_id is not null as on_roll,
  case when left_on <= as_of then left_on end as left_on,
  mentees.starts_on,
  mentees.ends_on,
  mentees.active,
  mentees.weeks,
  mentees.quick_leaver
from students
cross join settings
left join on_roll using (student_id)
left join mentees using (student_id)
where on_roll.student_id is not null or mentees.student_id is not null;
