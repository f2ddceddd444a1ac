-- Every praise and concern of the year about a student on roll in a subject, beside the nearest review of that student
-- and subject within 21 days (of two as near, the later), by the same teacher where both name one.
create table comment_reviews as
select
  feedback.student_id,
  feedback.subject,
  coalesce(review_moves.teacher, feedback.teacher) as teacher,
  feedback.date,
  tone,
  comment,
  review_date,
  criteria,
  up,
  down,
  at_top,
  at_foot,
  case tone when 'praise' then down > up when 'concern' then up > down end as moved_against,
  case tone when 'praise' then at_foot = criteria when 'concern' then at_top = criteria end as stands_against
from feedback
cross join settings
join review_moves
  on review_moves.student_id = feedback.student_id
  and lower(review_moves.subject) = lower(feedback.subject)
  and abs(feedback.date - review_date) <= 21
  and (feedback.teacher is null or review_moves.teacher is null
    or lower(trim(feedback.teacher)) = lower(trim(review_moves.teacher)))
where tone in ('praise', 'concern') and feedback.date between year_starts_on and as_of
qualify row_number() over (
  partition by feedback.student_id, feedback.subject, feedback.teacher, feedback.date, tone, comment
  order by abs(feedback.date - review_date), review_date desc, review_moves.teacher
) = 1;
