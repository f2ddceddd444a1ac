-- The latest praise each active mentee received in the programme's year; of several on a day, the first by subject.
create table praise as
select student_id, date, comment, subject
from feedback
join active_mentees using (student_id)
cross join settings
where tone = 'praise' and comment is not null and date between year_starts_on and as_of
qualify row_number() over (partition by student_id order by date desc, subject nulls last, comment) = 1;
