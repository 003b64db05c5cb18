-- 监察牌, as everywhere else
update card_text set element = replace(element, '监察卡', '监察牌'), message = replace(message, '监察卡', '监察牌'),
    basis = replace(basis, '监察卡', '监察牌')
where kind = 'CARD_FEEDBACK';
