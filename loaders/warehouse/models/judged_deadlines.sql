-- Per judgement and subject: a criterion about deadlines in the two worst grades of its scale, or in the worst where the
-- scale has three grades or fewer.
create table judged_deadlines as
with scale_sizes as (
  select scale, max(rank) as grades from scale_grades group by scale
)
select student_id, day, subject, criteria.label as criterion, position, grade, review_date
from judged_grades
join criteria on criterion = outcome
join deadline_criteria using (criterion)
join scale_sizes using (scale)
where fresh and rank_sum <= case when grades > 3 then 2 else 1 end * rank_count;
