-- The engine lacks both: without them the acquisition of due jobs and the completion of a task scan their whole table.
CREATE INDEX onevisit_job_duedate ON act_ru_job (duedate_);
CREATE INDEX onevisit_task_parent ON act_ru_task (parent_task_id_);
