-- 退回: who sent a task back to here, why, and whether it goes straight back to them (直达) or by every step again (重走).
create table task_return (
    task_id   varchar(64) primary key references work_item on delete cascade,
    step      text not null,
    step_name text not null,
    officer   text not null,
    reason    text not null,
    straight  boolean not null,
    at        timestamptz not null
);
comment on column task_return.step is 'key of the step that sent it back';
select reach_rule('task_return', 'exists (select from work_item w where w.task_id = task_return.task_id)');
