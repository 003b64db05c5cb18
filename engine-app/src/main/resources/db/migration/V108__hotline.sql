-- 12345 work orders.
create table work_order (
    no               varchar(24) primary key,
    kind             text not null,
    urgent           boolean not null,
    duty             text not null,
    region           varchar(12) not null,
    text             text not null,
    contact_name     text not null,
    contact_phone    text not null,
    owner            text,
    agent            text,
    case_no          varchar(24),
    rating_no        varchar(24),
    state            text not null,
    unit             text not null default '',
    hand_unit        text,
    hand_reason      text,
    return_reason    text,
    returned_at      timestamptz,
    assigned_by      text,
    assign_reason    text,
    co_units         text[] not null default '{}',
    assist_request   text,
    assist_reply     text,
    extended         boolean not null default false,
    extension_reason text,
    reply            text,
    replied_at       timestamptz,
    replied_by       text,
    call_back        text,
    call_back_note   text,
    due_at           timestamptz,
    created_at       timestamptz not null,
    closed_at        timestamptz,
    knowledge        int
);
create index work_order_owner on work_order (owner, created_at desc) where owner is not null;
create index work_order_open on work_order (due_at) where closed_at is null;
create index work_order_region on work_order (region text_pattern_ops, created_at desc);

-- The catalogue of duties (派单目录) that people choose from; which unit has a duty says the decision hotline-dispatch.
create table hotline_duty (
    code     text primary key,
    name     text not null,
    position int not null
);
insert into hotline_duty values
    ('medical-insurance', '医保：参保、缴费、报销', 1), ('household', '户籍和身份证', 2),
    ('social-security', '社保、社保卡、就业', 3), ('health-service', '就医、接种、生育', 4), ('taxation', '税费', 5),
    ('community', '小区、市容、邻里（属地）', 6), ('other', '其他或者说不清', 7);

-- 知识库: what answers a question at once (examples, to be checked by each department).
create table hotline_knowledge (
    id         int generated always as identity primary key,
    question   text not null,
    answer     text not null,
    department text not null,
    checked_on date not null
);
insert into hotline_knowledge (question, answer, department, checked_on) values
    ('怎么查办件进度？', '登录本平台，打开“我的办件”，可以看到每个事项办到哪一步、由谁办理、最迟何时办结，无需到场。', '', '2026-11-01'),
    ('收到补正通知怎么办？', '打开“我的办件”，按补正告知列出的内容一次补齐并提交，提交后自动继续办理。', '', '2026-11-01'),
    ('有电子证照还要交复印件吗？', '在授权范围内查到有效电子证照的，不需要再交复印件，申报页面会标明“免提交”。', '', '2026-11-01'),
    ('对办理结果不满意怎么反映？', '可以在“我的办件”中评价，不满意的会在一个工作日内核实；也可以提出诉求，由热线派单办理。', '', '2026-11-01');

-- A message about an order belongs to no application.
alter table notice_message alter column application_no drop not null;
