-- The students a mentee is compared with: everybody else of the measured mentees' year groups who was on roll when the
-- mentees started and had not left, with the time at which they are looked at.
create table comparison_windows as
select windows.*
from windows
join students using (student_id)
where student_id not in (select student_id from mentees)
  and year_group in (
    select year_group from students where student_id in (select student_id from measured_mentees)
  );
