package io.onevisit.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Draws a birth certificate as one that a family could hold in hand; its marks say that it is a sample. */
class BirthCertificateDrawing {

    static final int WIDTH = 1684;
    static final int HEIGHT = 1190;
    private static final Color INK = new Color(0x1f2328);
    private static final Color LABEL = new Color(0x2f5d50);
    private static final Color LINE = new Color(0x7fa898);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年MM月dd日HH时mm分");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年MM月dd日");

    private final BirthCertificate certificate;
    private final CjkFont font;

    BirthCertificateDrawing(BirthCertificate certificate, CjkFont font) {
        this.certificate = certificate;
        this.font = font;
    }

    /** One piece of text on the sheet; the baseline's left end in pixels. */
    record Words(String text, int x, int y, int size, boolean label) {}

    /** Everything that is written on the sheet, for the picture and for a text layer alike. */
    List<Words> words() {
        var words = new ArrayList<Words>();
        words.add(new Words("出生医学证明", 622, 150, 72, true));
        words.add(new Words("BIRTH CERTIFICATE", 722, 195, 28, true));
        pair(words, "出生证编号", certificate.certificateNo(), 1080, 255, 180);
        var y = 330;
        pair(words, "新生儿姓名", certificate.childName(), 130, y, 190);
        pair(words, "性别", certificate.childSex(), 640, y, 100);
        pair(words, "出生时间", TIME.format(certificate.bornAt()), 900, y, 160);
        y += 80;
        pair(words, "出生孕周", "39周+2天", 130, y, 190);
        pair(words, "出生体重", "3260克", 640, y, 160);
        pair(words, "出生身长", "50厘米", 1080, y, 160);
        y += 80;
        pair(words, "出生地点", "湖南省" + certificate.issuer(), 130, y, 190);
        y = parent(words, "母亲", certificate.mother(), y + 100);
        y = parent(words, "父亲", certificate.father(), y + 20);
        pair(words, "签发机构", certificate.issuer(), 130, y + 30, 190);
        pair(words, "签发日期", DAY.format(certificate.issueDate()), 1000, y + 30, 160);
        words.add(new Words("本图为系统演示样例，人员和机构均为虚构，不具有任何效力。", 130, HEIGHT - 80, 24, true));
        return words;
    }

    private int parent(List<Words> words, String who, BirthCertificate.Parent parent, int y) {
        pair(words, who + "姓名", parent.name(), 130, y, 190);
        pair(words, "年龄", parent.ageOn(certificate.issueDate()) + "岁", 560, y, 90);
        pair(words, "国籍", "中国", 850, y, 90);
        pair(words, "民族", parent.ethnicity(), 1130, y, 90);
        pair(words, who + "身份证号", parent.idNo(), 130, y + 80, 220);
        pair(words, "住址", parent.address(), 850, y + 80, 90);
        return y + 160;
    }

    private static void pair(List<Words> words, String label, String value, int x, int y, int gap) {
        words.add(new Words(label, x, y, 32, true));
        words.add(new Words(value, x + gap, y, 36, false));
    }

    BufferedImage draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paper(g);
        watermark(g);
        for (var words : words()) {
            g.setColor(words.label() ? LABEL : INK);
            g.setFont(font(words));
            g.drawString(words.text(), words.x(), words.y());
        }
        seal(g, 1450, 1000);
        g.dispose();
        return image;
    }

    private Font font(Words words) {
        return words.size() > 40 ? font.bold(words.size()) : font.size(words.size());
    }

    private void paper(Graphics2D g) {
        g.setColor(new Color(0xf4f9f5));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(0xe4f0e8));
        for (int i = -HEIGHT; i < WIDTH; i += 26) {
            g.drawLine(i, 0, i + HEIGHT, HEIGHT);
        }
        g.setColor(LINE);
        g.setStroke(new BasicStroke(6));
        g.drawRect(50, 50, WIDTH - 100, HEIGHT - 100);
        g.setStroke(new BasicStroke(2));
        g.drawRect(64, 64, WIDTH - 128, HEIGHT - 128);
        for (var y : List.of(280, 352, 432, 512, 612, 692, 792, 872, 982)) {
            g.drawLine(110, y, WIDTH - 110, y);
        }
    }

    private void watermark(Graphics2D g) {
        var upright = g.getTransform();
        var opaque = g.getComposite();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.10f));
        g.setColor(new Color(0xb03a2e));
        g.setFont(font.bold(250));
        g.rotate(-0.35, WIDTH / 2.0, HEIGHT / 2.0);
        g.drawString("样  例", WIDTH / 2 - 330, HEIGHT / 2 + 120);
        g.setTransform(upright);
        g.setComposite(opaque);
    }

    private void seal(Graphics2D g, int x, int y) {
        var opaque = g.getComposite();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.55f));
        g.setColor(new Color(0xc0392b));
        g.setStroke(new BasicStroke(6));
        g.drawOval(x - 64, y - 4, 128, 128);
        g.setFont(font.bold(18));
        var around = "演示样例专用章";
        var upright = g.getTransform();
        for (int i = 0; i < around.length(); i++) {
            var turn = AffineTransform.getRotateInstance(Math.toRadians(-75 + i * 25), x, y + 60);
            g.transform(turn);
            g.drawString(around.substring(i, i + 1), x - 9, y + 22);
            g.setTransform(upright);
        }
        g.setFont(font.bold(40));
        g.drawString("★", x - 20, y + 76);
        g.setComposite(opaque);
    }
}
