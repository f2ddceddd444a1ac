-- The latest praise each active mentee received in the programme's year.
create table praise as
select
  student_id,
  arg_max(date, date) as date,
  arg_max(comment, date) as comment,
  arg_max(subject, date) as subject
from feedback
join caseload using (student_id)
cross join settings
where tone = 'praise' and comment is not null and date between year_starts_on and as_of
group by student_id;
