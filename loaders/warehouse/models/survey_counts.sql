-- Responses by question and answer, up to asOf.
create table survey_counts as
select question, answer, count(distinct response_id) as responses
from survey
where date is null or date <= (select as_of from settings)
group by question, answer;
