-- What the panel agreed this year about the students who have a page.
create table student_panel as
select student_id, panel_date, action, owner, due_on, success_measure, status, outcome, overdue
from panel_actions
join student_list using (student_id)
where panel_date >= year_starts_on;
