package io.onevisit.engine.expressions;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * What an expression of a model can reach: the closed list of beans, the variables, the business key, and what maps and
 * lists hold. No other object has properties or methods, nothing can be assigned; the beans come first, so no variable hides one.
 */
class ConfinedResolver extends ELResolver {

    /** What a call hands on to the process it calls, as the designer writes it. */
    private static final String BUSINESS_KEY = "processBusinessKey";

    private final ModelBeans beans;
    private final CompositeELResolver values = new CompositeELResolver();

    ConfinedResolver(ModelBeans beans) {
        this.beans = beans;
        values.add(new VariableScopeElResolver());
        values.add(new VariableContextElResolver());
        values.add(new ListELResolver(true));
        values.add(new MapELResolver(true));
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            var bean = beans.get(property);
            if (bean != null) {
                context.setPropertyResolved(true);
                return bean;
            }
        } else if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        } else if (!(base instanceof Map || base instanceof List)) {
            throw refused("不能读取 %s 的属性 %s".formatted(kind(base), property));
        }
        return values.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base instanceof Question bean
                && arguments.length > 0
                && arguments[0] instanceof DelegateExecution execution) {
            var texts = new String[arguments.length - 1];
            for (var i = 0; i < texts.length; i++) {
                if (!(arguments[i + 1] instanceof String text)) {
                    throw refused("参数只能是 execution 和文字");
                }
                texts[i] = text;
            }
            var answer = bean.answer(String.valueOf(method), execution, texts);
            if (answer != Question.UNKNOWN) {
                context.setPropertyResolved(true);
                return answer;
            }
        }
        throw refused("不能调用 %s 的方法 %s".formatted(kind(base), method));
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw refused("不能给 %s 赋值".formatted(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        throw refused("不能给 %s 赋值".formatted(property));
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    private static String kind(Object base) {
        return base == null ? "空值" : base.getClass().getSimpleName();
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("模型中的表达式%s：表达式只能使用流程变量、平台步骤、clock 和 tenants。".formatted(what));
    }
}
