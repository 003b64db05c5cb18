-- A number may have several clocks of a kind, one after another: the special procedures of a case, the links of a case.
alter table card drop constraint card_case_no_kind_fkey, drop constraint card_case_no_kind_light_key;

-- Whatever is due: cards for what a case breached, nothing for a clock that was called off (a case voided or returned).
alter table clock drop column next_light_at;
alter table clock
    add column number int not null default 1,
    add column due_at timestamptz,
    add column called_off boolean not null default false,
    add column next_light_at timestamptz generated always as (
        case when called_off then null
            when finished_at is null
            then least(case when raised < 1 then blue_at end,
                       case when raised < 2 then yellow_at end,
                       case when raised < 3 then red_at end)
            else least(case when raised < 2 and yellow_at < finished_at then yellow_at end,
                       case when raised < 3 and red_at < finished_at then red_at end)
        end) stored,
    drop constraint clock_pkey,
    add primary key (case_no, kind, number);
update clock set due_at = yellow_at;
create index clock_next_light on clock (next_light_at) where next_light_at is not null;
drop index clock_open;
create index clock_open on clock (case_no, kind, number) where finished_at is null;

comment on column clock.case_no is 'the number of what is supervised: a case, an application, a rating, a work order, a card';
comment on column clock.due_at is 'when the promised limit ends, whatever lights the kind has; null while nobody knows';
comment on column clock.called_off is 'ended without any card from then on';

alter table card
    add column number int not null default 1,
    add unique (case_no, kind, number, light),
    add foreign key (case_no, kind, number) references clock (case_no, kind, number);

alter table clock_entry rename column number to line;
alter table clock_entry drop constraint clock_entry_pkey;
alter table clock_entry
    add column number int not null default 1,
    add primary key (month, case_no, kind, number, line);

alter table calendar_change add column number int not null default 1;

insert into card_text (kind, light, element, message, basis) values
    ('LINK', 'YELLOW', '办件环节超时', '办件编号为{no}，项目名称为{item}，本环节时限为{promised}，已经超过环节时限，请速办理。', '超过环节时限（示例，依据待核对）'),
    ('BUNDLE', 'BLUE', '一件事按承诺时限超时', '申报编号为{no}，一件事承诺时限为{promised}，即将超过承诺时限，请牵头部门速协调办理。', '剩余时间不足整件事承诺时限前 2 天（示例，依据待核对）'),
    ('BUNDLE', 'YELLOW', '一件事按承诺时限超时', '申报编号为{no}，一件事承诺时限为{promised}，已经超过承诺时限，请牵头部门速协调办理。', '超过整件事承诺时限（示例，依据待核对）'),
    ('DEFERRED_MATERIAL', 'BLUE', '容缺补交超时', '办件编号为{no}，项目名称为{item}，容缺材料补交期限为{promised}，即将超过补交期限，请提醒申请人补交。', '容缺材料补交期限剩余 2 天（示例，依据待核对）'),
    ('DEFERRED_MATERIAL', 'YELLOW', '容缺补交超时', '办件编号为{no}，项目名称为{item}，容缺材料补交期限为{promised}，已经超过补交期限，请速处理。', '超过容缺材料补交期限（示例，依据待核对）'),
    ('DEFERRED_MATERIAL', 'RED', '容缺补交超时', '办件编号为{no}，项目名称为{item}，容缺材料补交期限为{promised}，已超过补交期限 1 天以上，请速处理。', '超过容缺材料补交期限 1 天（示例，依据待核对）'),
    ('COMMITMENT', 'BLUE', '告知承诺核查超时', '办件编号为{no}，项目名称为{item}，承诺核查期限为{promised}，即将超过核查期限，请速核查。', '告知承诺核查期限剩余 2 天（示例，依据待核对）'),
    ('COMMITMENT', 'YELLOW', '告知承诺核查超时', '办件编号为{no}，项目名称为{item}，承诺核查期限为{promised}，已经超过核查期限，请速核查。', '超过告知承诺核查期限（示例，依据待核对）'),
    ('COMMITMENT', 'RED', '告知承诺核查超时', '办件编号为{no}，项目名称为{item}，承诺核查期限为{promised}，已超过核查期限 1 天以上，请速核查。', '超过告知承诺核查期限 1 天（示例，依据待核对）'),
    ('CARD_FEEDBACK', 'YELLOW', '监察卡反馈超时', '编号为{no}的监察卡，反馈期限为{promised}，已经超过反馈期限，请速反馈。', '超过监察卡反馈期限（示例，依据待核对）'),
    ('RATING_CONTACT', 'BLUE', '差评核实超时', '编号为{no}的差评，首次联系期限为{promised}，即将超过联系期限，请速与评价人联系核实。', '首次联系期限剩余 1 天（示例，依据待核对）'),
    ('RATING_CONTACT', 'YELLOW', '差评核实超时', '编号为{no}的差评，首次联系期限为{promised}，已经超过联系期限，请速与评价人联系核实。', '超过首次联系期限（示例，依据待核对）'),
    ('RATING_CONTACT', 'RED', '差评核实超时', '编号为{no}的差评，首次联系期限为{promised}，已超过联系期限 1 天以上，请速与评价人联系核实。', '超过首次联系期限 1 天（示例，依据待核对）'),
    ('RATING_RECTIFY', 'BLUE', '差评整改超时', '编号为{no}的差评，整改期限为{promised}，即将超过整改期限，请速整改反馈。', '整改期限剩余 2 天（示例，依据待核对）'),
    ('RATING_RECTIFY', 'YELLOW', '差评整改超时', '编号为{no}的差评，整改期限为{promised}，已经超过整改期限，请速整改反馈。', '超过整改期限（示例，依据待核对）'),
    ('RATING_RECTIFY', 'RED', '差评整改超时', '编号为{no}的差评，整改期限为{promised}，已超过整改期限 1 天以上，请速整改反馈。', '超过整改期限 1 天（示例，依据待核对）'),
    ('WORK_ORDER', 'BLUE', '热线工单超时', '编号为{no}的热线工单，办理期限为{promised}，即将超过办理期限，请速办理答复。', '办理期限剩余 2 天（示例，依据待核对）'),
    ('WORK_ORDER', 'YELLOW', '热线工单超时', '编号为{no}的热线工单，办理期限为{promised}，已经超过办理期限，请速办理答复。', '超过办理期限（示例，依据待核对）'),
    ('WORK_ORDER', 'RED', '热线工单超时', '编号为{no}的热线工单，办理期限为{promised}，已超过办理期限 1 天以上，请速办理答复。', '超过办理期限 1 天（示例，依据待核对）');
