package io.onevisit.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser's own description in words its user understands. Only a label: nothing is decided by it. */
final class Devices {

    /** The first that fits counts: many browsers also call themselves by the names further down. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("MicroMessenger", "微信");
        BROWSERS.put("AlipayClient", "支付宝");
        BROWSERS.put("HuaweiBrowser", "华为浏览器");
        BROWSERS.put("MiuiBrowser", "小米浏览器");
        BROWSERS.put("QQBrowser", "QQ 浏览器");
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("Safari", "Safari");
        SYSTEMS.put("HarmonyOS", "鸿蒙");
        SYSTEMS.put("Android", "安卓");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private Devices() {}

    static String named(String agent) {
        var browser = first(BROWSERS, agent);
        var system = first(SYSTEMS, agent);
        return browser.isEmpty() && system.isEmpty() ? "未知设备" : (browser + " · " + system).replaceAll("^ · | · $", "");
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
