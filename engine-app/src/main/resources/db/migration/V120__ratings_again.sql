-- A rater who is still not content with the outcome: once more by the head of the unit, then concluded by a supervisor.
alter table rating
    add column second_labels         text[] not null default '{}',
    add column second_labels_edition int not null default 0,
    add column second_text           text not null default '',
    add column again_bad             boolean not null default false,
    add column reopened_at           timestamptz,
    add column conclusion            text,
    add column conclusion_proper     boolean,
    add column concluded_by          text,
    add column concluded_at          timestamptz;
update rating set again_bad = true where second_level >= 4;

comment on column rating.second_level is 'the rater''s verdict on the latest reply; verdicts on earlier ones are in rating_round';
comment on column rating.again_bad is 'a verdict on any of the replies was bad';
comment on column rating.reopened_at is 'when the head of the unit got it back to rectify once more';

-- A rectification that did not content the rater, kept as it was when it was reopened.
create table rating_round (
    no                    varchar(24) not null references rating,
    number                smallint not null,
    measures              text,
    reply                 text,
    replied_at            timestamptz,
    call_back             text,
    call_back_note        text,
    second_level          smallint,
    second_labels         text[] not null,
    second_labels_edition int not null,
    second_text           text not null,
    second_at             timestamptz,
    ended_at              timestamptz not null,
    primary key (no, number)
);

insert into card_text (kind, light, element, message, basis) values
    ('RATING_RECTIFY_AGAIN', 'BLUE', '差评重新整改超时', '编号为{no}的差评，评价人对整改仍不满意，重新整改期限为{promised}，即将超过期限，请单位负责人速整改反馈。', '重新整改期限剩余 2 天（示例，依据待核对）'),
    ('RATING_RECTIFY_AGAIN', 'YELLOW', '差评重新整改超时', '编号为{no}的差评，评价人对整改仍不满意，重新整改期限为{promised}，已经超过期限，请单位负责人速整改反馈。', '超过重新整改期限（示例，依据待核对）'),
    ('RATING_RECTIFY_AGAIN', 'RED', '差评重新整改超时', '编号为{no}的差评，评价人对整改仍不满意，重新整改期限为{promised}，已超过期限 1 天以上，请单位负责人速整改反馈。', '超过重新整改期限 1 天（示例，依据待核对）');
