-- Per mentee: the reason of the first agreement, and its mentor, by name and role where the staff list has them.
create table mentee_profiles as
select
  student_id,
  arg_min(reason, (starts_on, mentor_id)) as reason,
  arg_min(role, (starts_on, mentor_id)) as mentor_role,
  arg_min(coalesce(name, mentor_id), (starts_on, mentor_id)) as mentor
from agreements
left join staff on staff_id = mentor_id
where starts_on <= (select as_of from settings)
group by student_id;
