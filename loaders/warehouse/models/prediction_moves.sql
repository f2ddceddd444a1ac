-- Per student on roll and subject: the latest predicted grade beside the review of the same day, where both can be set
-- against the same day before. opposed: the predicted grade rose while more criteria fell than rose.
create table prediction_moves as
select
  review_moves.student_id,
  review_moves.subject,
  string_agg(distinct review_moves.teacher, ', ' order by review_moves.teacher) as teacher,
  recent_grades.review_date,
  recent_grades.earlier_grade,
  recent_grades.grade,
  sum(up)::integer as up,
  sum(down)::integer as down,
  sum(criteria)::integer as criteria,
  direction > 0 and sum(down) > sum(up) as opposed
from recent_grades
join review_moves using (student_id, subject, review_date, earlier_date)
where outcome = 'predictions' and direction is not null and compared > 0
group by review_moves.student_id, review_moves.subject, recent_grades.review_date, recent_grades.earlier_grade,
  recent_grades.grade, direction;
