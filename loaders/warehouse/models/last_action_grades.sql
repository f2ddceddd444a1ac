-- Latest grades of each student with an action, on the day of the last one and at asOf.
create table last_action_grades as
select judged_grades.*
from judged_grades
join last_actions using (student_id)
cross join settings
where judged_grades.day in (last_actions.day, as_of);
