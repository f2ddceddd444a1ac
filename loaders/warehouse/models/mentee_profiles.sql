-- Per mentee: the reason of the first agreement, and the role of its mentor in the staff list.
create table mentee_profiles as
select
  student_id,
  arg_min(reason, (starts_on, mentor_id)) as reason,
  arg_min(role, (starts_on, mentor_id)) as mentor_role
from agreements
left join staff on staff_id = mentor_id
where starts_on <= (select as_of from settings)
group by student_id;
