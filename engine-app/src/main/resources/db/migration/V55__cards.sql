-- What a card says, by kind of supervised thing and light. {no} {item} {promised} {statutory} are filled in.
create table card_text (
    kind     text not null,
    light    text not null,
    element  text not null,
    message  text not null,
    basis    text not null,
    primary key (kind, light)
);

insert into card_text (kind, light, element, message, basis) values
    ('CASE', 'BLUE', '业务按承诺时限超时', '办件编号为{no}，项目名称为{item}，承诺时限为{promised}，即将超过承诺时限，请速办理。', '剩余时间不足承诺时限前 2 天（湖南省电子监察规则）'),
    ('CASE', 'YELLOW', '业务按承诺时限超时', '办件编号为{no}，项目名称为{item}，承诺时限为{promised}，已经超过承诺时限，请速办理。', '超过承诺办结时限（湖南省电子监察规则）'),
    ('CASE', 'RED', '业务按法定时限超时', '办件编号为{no}，项目名称为{item}，法定时限为{statutory}，已超过法定时限，请速办理。', '超过法定办结时限（行政许可法第四十二条、湖南省电子监察规则）'),
    ('SPECIAL_PROCEDURE', 'BLUE', '特别程序超时', '办件编号为{no}，项目名称为{item}，特别程序申请期限为{promised}，即将超过期限，请速办理。', '特别程序期限剩余 2 天（行政许可法第四十五条、湖南省电子监察规则）'),
    ('SPECIAL_PROCEDURE', 'YELLOW', '特别程序超时', '办件编号为{no}，项目名称为{item}，特别程序申请期限为{promised}，已经超过期限，请速办理。', '超过特别程序期限（行政许可法第四十五条、湖南省电子监察规则）'),
    ('SPECIAL_PROCEDURE', 'RED', '特别程序超时', '办件编号为{no}，项目名称为{item}，特别程序申请期限为{promised}，已超过期限 1 天以上，请速办理。', '超过特别程序期限 1 天（行政许可法第四十五条、湖南省电子监察规则）'),
    ('ONLINE_PREACCEPTANCE', 'BLUE', '网上办事受理超时', '办件编号为{no}，项目名称为{item}，预受理时限为{promised}，已超过预受理时限，请速办理。', '超过网上预受理时限（湖南省电子监察规则）'),
    ('ONLINE_PREACCEPTANCE', 'YELLOW', '网上办事受理超时', '办件编号为{no}，项目名称为{item}，预受理时限为{promised}，已超过预受理时限 3 天以上，请速办理。', '超过网上预受理时限 3 天（湖南省电子监察规则）'),
    ('ONLINE_PREACCEPTANCE', 'RED', '网上办事受理超时', '办件编号为{no}，项目名称为{item}，预受理时限为{promised}，已超过预受理时限 5 天以上，请速办理。', '超过网上预受理时限 5 天（湖南省电子监察规则）'),
    ('LICENSE_ISSUE', 'YELLOW', '办件出证超时', '办件编号为{no}，项目名称为{item}，出证时限为{promised}，已经超过出证时限，请速出证。', '办结后超过出证时限（行政许可法第四十四条、湖南省电子监察规则）'),
    ('CONSULTATION', 'BLUE', '咨询超时', '咨询编号为{no}，答复时限为{promised}，即将超过答复时限，请速答复。', '答复时限剩余 2 天（湖南省电子监察规则）'),
    ('CONSULTATION', 'YELLOW', '咨询超时', '咨询编号为{no}，答复时限为{promised}，已经超过答复时限，请速答复。', '超过答复时限（湖南省电子监察规则）'),
    ('CONSULTATION', 'RED', '咨询超时', '咨询编号为{no}，答复时限为{promised}，已超过答复时限 1 天以上，请速答复。', '超过答复时限 1 天（湖南省电子监察规则）'),
    ('COMPLAINT', 'BLUE', '投诉超时', '投诉编号为{no}，答复时限为{promised}，即将超过答复时限，请速答复。', '答复时限剩余 2 天（湖南省电子监察规则）'),
    ('COMPLAINT', 'YELLOW', '投诉超时', '投诉编号为{no}，答复时限为{promised}，已经超过答复时限，请速答复。', '超过答复时限（湖南省电子监察规则）'),
    ('COMPLAINT', 'RED', '投诉超时', '投诉编号为{no}，答复时限为{promised}，已超过答复时限 1 天以上，请速答复。', '超过答复时限 1 天（湖南省电子监察规则）');

-- One card per supervised thing and light, whoever raises it.
create table card (
    id         bigint generated always as identity primary key,
    case_no    varchar(24) not null,
    kind       text not null,
    light      text not null check (light in ('BLUE', 'YELLOW', 'RED')),
    department text not null,
    region     varchar(12) not null,
    due_at     timestamptz not null,
    raised_at  timestamptz not null,
    element    text not null,
    message    text not null,
    basis      text not null,
    state      text not null default 'ISSUED',
    unique (case_no, kind, light),
    foreign key (case_no, kind) references clock (case_no, kind),
    check (raised_at > due_at)
);
create index card_newest on card (raised_at desc, id desc);
create index card_department on card (department, raised_at desc);

comment on column card.due_at is 'the instant after which the light began';
comment on column card.state is 'ISSUED 已发; later: PENDING 待发, REVOKED 撤销, CANCELLED 取消, URGED 督办';
