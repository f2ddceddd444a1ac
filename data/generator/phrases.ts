/** Free text for the sample programmes: plain classroom matters, nothing personal. */
export const positives = lines(`
Two pieces of praise since last week
Every lesson attended since we last met
Brought the planner, filled in for the whole week
Handed in the last homework a day early
Spoke up in class, the teacher noticed
Worked in the library on two evenings
Came on time and with the data sheet annotated
Asked for help before the deadline and not after`);

export const notes = lines(`
Went through the latest data subject by subject
Agreed to look at one subject only this week
Teacher's account and student's account differ; mentor will ask
Planner checked and signed
Talked through how to start revision earlier
Next week's lessons and deadlines written out together`).concat("");

export const actions = lines(`
Hand in the next homework on the day it is due | Do it the evening it is set | short
Attend every lesson this week | Set an alarm; mentor checks the register daily | short
Ask the teacher one question in each lesson | Write the question down beforehand | short
Complete the missing coursework section | Two library periods, one page each | medium
Bring notes up to date | Copy from a partner and summarise on cards | short
Answer one past paper question | Forty minutes without notes, then the mark scheme | short
Sit away from friends | Agreed place near the front | short
Go to the lunchtime revision class | Collect the list and a signature | medium
Make a revision timetable up to the test | Half-hour blocks, shown to the mentor | medium
Redo the last test's wrong answers | With the corrected paper beside you | short`).map((line) => {
  const [action, strategy, term] = line.split(" | ") as [string, string, string];
  return { action, strategy, term };
});

export const comments = lines(`
praise: A much better lesson today, well done
praise: Homework complete and on time
praise: Good questions in class this week
praise: Really pleased with the last essay
praise: Working steadily and helping others
praise: Test mark up on last time
concern: Homework not handed in again
concern: Came without notes or pen
concern: Easily distracted in the second half of lessons
concern: Arrived late twice
neutral: Missed the test, will sit it next week
neutral: No marked work since the last review`).map((line) => {
  const [tone, comment] = line.split(": ") as [string, string];
  return { tone, comment };
});

export const reasons = lines(`
Homework and deadlines
Effort in lessons
Predicted below target
Attendance and punctuality
Organisation and revision
Confidence in tests`);

function lines(text: string): string[] {
  return text.trim().split("\n");
}
