package io.onevisit.verification;

import java.util.List;

/**
 * What the database alone can tell of the invariants. Each query reads what is there once, by index where there is one. A
 * token that has arrived where branches meet waits for the others: right, as long as one of them still goes on.
 */
final class InvariantQueries {

    /** Seconds after which a card that no sweep has raised is missing: two sweeps. */
    private static final int CARD_AFTER = 120;

    /** Seconds after which what sweeps do for a card, or for the statistics, is missing. */
    private static final int LOOP_AFTER = 600;

    private InvariantQueries() {}

    static final List<InvariantQuery> ALL = List.of(
            new InvariantQuery(
                    "I1",
                    "select count(*) from submission",
                    """
                    select format('回执 %s 对应的申报不存在', s.application_no) from submission s
                    where not exists (select 1 from application a
                        where a.month = month_of(s.application_no) and a.application_no = s.application_no)"""),
            new InvariantQuery(
                    "I1",
                    "select count(*) from submitted_draft",
                    """
                    select format('申报 %s 由 %s 份草稿提交而成', application_no, count(*)) from submitted_draft
                    group by application_no having count(*) > 1"""),
            new InvariantQuery(
                    "I1",
                    "select count(*) from application",
                    """
                    select format('申报 %s 没有任何办件', a.application_no) from application a
                    where not exists (select 1 from case_file c
                        where c.month = a.month and c.application_no = a.application_no)"""),
            new InvariantQuery(
                    "I2",
                    "select count(*) from act_ru_execution",
                    """
                    select format('%s 的流程 %s 停在“%s”，既没有任务，也没有作业、外部任务、订阅或异常',
                        coalesce(p.business_key_, '无编号'), d.key_, coalesce(e.act_id_, '未知'))
                    from act_ru_execution e
                    join act_ru_execution p on p.id_ = e.proc_inst_id_
                    join act_re_procdef d on d.id_ = e.proc_def_id_
                    where not exists (select 1 from act_ru_execution x where x.parent_id_ = e.id_ or x.super_exec_ = e.id_)
                      and not exists (select 1 from act_ru_task x where x.execution_id_ = e.id_)
                      and not exists (select 1 from act_ru_ext_task x where x.execution_id_ = e.id_)
                      and not exists (select 1 from act_ru_incident x where x.execution_id_ = e.id_)
                      and not exists (select 1 from act_ru_event_subscr x
                          where x.execution_id_ = e.id_ and x.activity_id_ = e.act_id_)
                      and not exists (select 1 from act_ru_job x where x.execution_id_ = e.id_
                          and x.handler_type_ not in ('timer-transition', 'timer-start-event-subprocess'))
                      and not (e.is_concurrent_ and not e.is_active_ and exists (select 1 from act_ru_execution s
                          where s.parent_id_ = e.parent_id_ and s.id_ <> e.id_ and (s.is_active_
                              or exists (select 1 from act_ru_execution x where x.parent_id_ = s.id_ or x.super_exec_ = s.id_))))"""),
            new InvariantQuery(
                    "I2",
                    "select count(*) from case_file where closed_at is null",
                    """
                    select format('办件 %s 的状态为 %s，但没有运行中的流程', c.case_no, c.state) from case_file c
                    where c.closed_at is null
                      and c.state in ('RECEIVED', 'ACCEPTED', 'UNDER_REVIEW', 'SUSPENDED', 'GRANTED', 'DENIED')
                      and not exists (select 1 from act_ru_execution e where e.business_key_ = c.case_no
                        and e.proc_def_id_ not like 'deferred-material:%')"""),
            new InvariantQuery(
                    "I3",
                    "select count(*) from handoff_message",
                    """
                    select format('办件 %s 的第 %s 号部门消息有 %s 条', case_no, sequence, count(*)) from handoff_message
                    group by case_no, sequence having count(*) > 1"""),
            new InvariantQuery(
                    "I3",
                    "select count(*) from notice_message",
                    """
                    select format('办件 %s 的通知 %s 发给同一人 %s 次', case_no, notice, count(*)) from notice_message
                    where notice in ('case-accepted', 'case-granted', 'case-denied') and case_no is not null
                    group by case_no, notice, recipient having count(*) > 1"""),
            new InvariantQuery(
                    "I3",
                    "select count(*) from case_file where result = 'LICENSED'",
                    """
                    select format('办件 %s 的结果为已制证，但证照库中没有它的证照', c.case_no) from case_file c
                    where c.result = 'LICENSED' and not exists (select 1 from license l where l.case_no = c.case_no)"""),
            new InvariantQuery(
                    "I4",
                    "select count(*) from application",
                    """
                    select format('申报 %s 不在编号所属的月份（在 %s），编号可能重复', application_no, month) from application
                    where month is distinct from month_of(application_no)"""),
            new InvariantQuery(
                    "I4",
                    "select count(*) from case_file",
                    """
                    select format('办件 %s 不在编号所属的月份（在 %s），编号可能重复', case_no, month) from case_file
                    where month is distinct from month_of(case_no)"""),
            new InvariantQuery(
                    "I5",
                    "select count(*) from clock where next_light_at is not null",
                    """
                    select format('%s 的时限（%s 第 %s 个）到 %s 已经亮灯，但没有监察牌', case_no, kind, number, next_light_at)
                    from clock where next_light_at < clock_timestamp() - interval '%d seconds'"""
                            .replace("%d", Integer.toString(CARD_AFTER))),
            new InvariantQuery(
                    "I5",
                    "select count(*) from card",
                    """
                    select format('%s 的 %s 卡（%s）在亮灯之前就发出', case_no, light, kind) from card
                    where raised_at <= due_at"""),
            new InvariantQuery(
                    "I5",
                    "select count(*) from case_file where closed_at is null",
                    """
                    select format('办件 %s 显示的时限与其时限台账不同', f.case_no)
                    from case_file f join clock c on c.case_no = f.case_no and c.kind = 'CASE' and c.number = 1
                    where f.closed_at is null and (f.blue_at, f.yellow_at, f.red_at) is distinct from (c.blue_at, c.yellow_at, c.red_at)"""),
            new InvariantQuery(
                    "I5",
                    "select count(*) from card where state in ('ISSUED', 'URGED')",
                    """
                    select format('%s 的 %s 卡（%s）发出已超过 %s 分钟，还没有告知任何人', case_no, light, kind,
                        (extract(epoch from clock_timestamp() - changed_at) / 60)::int) from card
                    where delivered_at is null and state in ('ISSUED', 'URGED')
                      and changed_at < clock_timestamp() - interval '%d seconds'"""
                            .replace("%d", Integer.toString(LOOP_AFTER))),
            new InvariantQuery(
                    "I5",
                    "select count(*) from card where needs_feedback and state in ('ISSUED', 'URGED')",
                    """
                    select format('%s 的 %s 卡（%s）要求反馈，但反馈流程还没有启动', case_no, light, kind) from card
                    where needs_feedback and card_no is null and state in ('ISSUED', 'URGED')
                      and changed_at < clock_timestamp() - interval '%d seconds'"""
                            .replace("%d", Integer.toString(LOOP_AFTER))),
            new InvariantQuery(
                    "I8",
                    "select count(*) from stat_state",
                    """
                    select format('统计汇总停在 %s，之后发生的没有计入', to_char(rolled_until at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'))
                    from stat_state where rolled_until < clock_timestamp() - interval '%d seconds'"""
                            .replace("%d", Integer.toString(LOOP_AFTER))),
            new InvariantQuery(
                    "I8",
                    "select count(*) from recheck_run where ended_at is null",
                    """
                    select format('%s 的巡检（%s 开始）停在第 %s 张', region,
                        to_char(started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), checked)
                    from recheck_run where ended_at is null and moved_at < clock_timestamp() - interval '%d seconds'"""
                            .replace("%d", Integer.toString(LOOP_AFTER))),
            new InvariantQuery(
                    "I6",
                    "select count(*) from case_file where submitted_at >= (select at from audit_beginning)",
                    """
                    select format('办件 %s 的状态为 %s，但审计中没有这次变化', c.case_no, c.state) from case_file c
                    where c.submitted_at >= (select at from audit_beginning)
                      and not exists (select 1 from audit_entry e where e.number = c.case_no and e.number <> ''
                          and e.verb = 'MOVE_CASE' and split_part(e.detail, '>', 2) = c.state)"""),
            new InvariantQuery(
                    "I8",
                    "select count(*) from act_ru_job",
                    """
                    select format('作业 %s（流程 %s）不再重试，但没有异常记录', j.id_, coalesce(j.process_def_key_, '系统'))
                    from act_ru_job j where j.retries_ <= 0
                      and not exists (select 1 from act_ru_incident i where i.configuration_ = j.id_)"""),
            new InvariantQuery(
                    "I8",
                    "select count(*) from act_ru_ext_task",
                    """
                    select format('外部任务 %s（%s）不再重试，但没有异常记录', t.id_, t.topic_name_)
                    from act_ru_ext_task t where t.retries_ <= 0
                      and not exists (select 1 from act_ru_incident i where i.configuration_ = t.id_)"""),
            new InvariantQuery(
                    "I8",
                    "select count(*) from act_ru_incident",
                    """
                    select format('引擎中的异常 %s 没有出现在异常列表中', i.id_) from act_ru_incident i
                    where i.execution_id_ is not null and not exists (select 1 from incident_record r
                        where r.subject = i.configuration_ and r.ended_at is null)"""),
            new InvariantQuery(
                    "I11",
                    "select count(*) from payment_order",
                    """
                    select format('缴款通知书 %s 应缴 %s 分，状态为 %s，抵作费用的款项为 %s 分', o.no, o.cents, o.state, coalesce(p.cents, 0))
                    from payment_order o left join payment p on p.order_no = o.no and p.use = 'SETTLES'
                    where (o.state = 'PAID') <> (p.cents is not null) or p.cents <> o.cents"""),
            new InvariantQuery(
                    "I11",
                    "select count(*) from refund",
                    """
                    select format('退付凭证 %s 退的是缴款通知书 %s 抵作费用的款项，或者另一份的款项', r.voucher, r.order_no)
                    from refund r join payment p on p.channel = r.channel and p.transaction = r.transaction
                    where p.use <> 'TO_REFUND' or p.order_no <> r.order_no"""));
}
