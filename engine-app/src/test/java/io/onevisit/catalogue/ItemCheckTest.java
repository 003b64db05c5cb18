package io.onevisit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not stand in the catalogue, and the sentence that says so; the codes are built from the samples of GB 32100. */
class ItemCheckTest {

    private static final String SOUND =
            """
            {code: TC-0001, name: 测试事项, department: health, itemType: '01', promised: 5, statutory: 10,
             bodyCode: 11430000006122244L, catalogCode: '430101002011', taskCode: 11430000006122244L2430101002011,
             handleCode: 11430000006122244L243010100201101}""";
    private static final Known KNOWN = new Known(
            Set.of("health"),
            Set.of("resident-id"),
            Map.of("TC-0009", "430100"),
            Map.of("11430000006122244L243010100201199", "TC-0002"));

    private final ItemSchema schema = new ItemSchema();
    private final ItemDocuments documents = new ItemDocuments(schema);
    private final ItemCheck check = new ItemCheck(schema);
    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void aSoundItemHasNoFault() throws JsonProcessingException {
        assertThat(check.faults(item("{}"), "430000", KNOWN)).isEmpty();
    }

    @Test
    void anItemDoneOnTheSpotMayHaveNoLimit() throws JsonProcessingException {
        assertThat(check.faults(item("{projectType: '1', promised: 0, statutory: 0}"), "430000", KNOWN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{promised: 0}                              | 只有即办件的承诺办结时限可以为 0。",
                "{promised: 0, statutory: 0}                | 只有即办件的办结时限可以为 0。",
                "{promised: 11}                             | 承诺办结时限（11）不能长于法定办结时限（10）。",
                "{statutory: 10000}                         | “法定办结时限”应在 0 至 3650 之间。",
                "{promised: -1}                             | “承诺办结时限”应在 0 至 3650 之间。",
                "{bodyCode: 11430000006122244M, taskCode: '', handleCode: ''} | “实施主体代码”的校验码不对，请核对统一社会信用代码。",
                "{bodyCode: 91350100M000100Y43}             | “实施编码”前18位应与“实施主体代码”相同。",
                "{catalogCode: '430101002012'}              | “实施编码”后12位应与“基本编码”相同。",
                "{catalogCode: '12345'}                     | “基本编码”格式不对，应为12位数字。",
                "{handleCode: 11430000006122244L343010100201101} | “业务办理项编码”前31位应与“实施编码”相同。",
                "{handleCode: 11430000006122244L243010100201199} | “业务办理项编码”已被事项 TC-0002 使用。",
                "{code: TC-0009}                            | 编码 TC-0009 已由地区 430100 使用；下级地区请以“本地要素”补充，不要另建事项。",
                "{department: tax}                          | 部门目录中没有代码为 tax 的部门。",
                "{resultLicense: moon-license}              | 证照目录中没有代码为 moon-license 的证照类型。",
                "{visits: 1}                                | 需要到现场办理的，应说明必须现场办理的原因。",
                "{fee: true}                                | 收费的事项应写明收费依据。",
                "{fees: [{name: 工本费, amount: '10.00'}]}    | 写明了收费项目的，“是否收费”应为是。",
                "{fees: [{name: 工本费, amount: '10'}]}         | 收费项目第 1 行：“金额（元）”格式不对，应为精确到分的数字，例如 80.00。",
                "{commitment: true}                         | 实行告知承诺的事项应写明承诺核查天数。",
                "{deferrableMaterials: [没有的材料]}         | 可容缺材料“没有的材料”不在申请材料之中。",
                "{effectiveFrom: '1899-12-31'}              | “生效日期”应在 1900 年至 2200 年之间。",
                "{effectiveFrom: '2026-02-01', effectiveTo: '2026-01-31'} | 失效日期不能早于生效日期。",
                "{effectiveFrom: '2026-02-30'}              | “生效日期”应为日期，例如 2026-01-01。",
                "{itemType: '99'}                           | “事项类型”应为下列之一：行政权力事项、行政许可、行政处罚、行政强制、行政征收、行政给付、行政检查、行政确认、行政奖励、行政裁决、其他类别、扩展类别、公共服务、扩展公共服务。",
                "{audience: []}                             | “服务对象”至少填写一个。",
                "{realNameLevel: 9}                         | “实名等级”应在 1 至 5 之间。",
                "{specialProcedures: [{name: 公示, days: 10000}]} | 特别程序第 1 行：“最长天数”应在 1 至 3650 之间。",
                "{specialProcedures: [{name: 公示}, {name: 公示}]} | 特别程序“公示”写了两次。",
                "{materials: [{name: 申请书}, {name: 申请书}]}  | 申请材料“申请书”写了两次。",
                "{name: \"坏\\u0000名\"}                        | “事项名称”含有乱码或者不可见的字符，请重新填写。",
                "{effectiveTo: '2201-01-01'}                 | “失效日期”应在 1900 年至 2200 年之间。",
                "{specialProcedures: [{name: 公示, days: 0}]} | 特别程序第 1 行：“最长天数”应在 1 至 3650 之间。"
            })
    void eachFaultIsOneSentence(String change, String sentence) throws JsonProcessingException {
        assertThat(check.faults(item(change), "430000", KNOWN))
                .extracting(Fault::sentence)
                .containsExactly(sentence);
    }

    private ObjectNode item(String change) throws JsonProcessingException {
        var item = (ObjectNode) yaml.readTree(SOUND);
        item.setAll((ObjectNode) yaml.readTree(change));
        return documents.whole(item);
    }
}
