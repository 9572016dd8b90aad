package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that read as a Chinese city's do, with their English forms; none is given twice. */
final class Names {
  /** A name in Chinese and in English. */
  record Name(String zh, String en) {
    Name with(String zhEnd, String enEnd) {
      return new Name(zh + zhEnd, en + " " + enEnd);
    }
  }

  private static final Map<String, String> PINYIN = new HashMap<>();

  static {
    String table =
        """
        文wen 安an 永yong 福fu 兴xing 瑞rui 嘉jia 华hua 玉yu 翠cui 青qing 云yun 春chun 清qing 明ming 德de
        仁ren 和he 宁ning 泰tai 康kang 盛sheng 锦jin 桃tao 柳liu 桂gui 梅mei 松song 竹zhu 兰lan 荷he 枫feng
        银yin 石shi 白bai 碧bi 望wang 迎ying 向xiang 昌chang 丰feng 庆qing 祥xiang 源yuan 溪xi 泉quan 山shan
        岭ling 林lin 园yuan 湖hu 江jiang 桥qiao 门men 台tai 亭ting 阳yang 月yue 星xing 霞xia 岚lan 柏bai 塘tang
        湾wan 坪ping 坊fang 井jing 塔ta 书shu 院yuan 学xue 堂tang 馆guan 渡du 口kou 浦pu 沙sha 洲zhou 堤di
        金jin 龙long 凤feng 鹤he 鹭lu 雁yan 莲lian 芳fang 菊ju 杏xing 樱ying 棠tang 槐huai 榆yu 杉shan 谷gu
        晴qing 晓xiao 雅ya 静jing 怡yi 乐le 景jing 秀xiu 丽li 彩cai 朝chao 晨chen 东dong 南nan 西xi 北bei
        新xin 古gu 高gao 大da 小xiao 上shang 下xia 中zhong 前qian 后hou 王wang 李li 张zhang 陈chen 刘liu
        杨yang 黄huang 赵zhao 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 何he 郭guo 罗luo 梁liang 宋song 谢xie 冯feng
        家jia 村cun 庄zhuang 店dian 铺pu 冲chong 畈fan 嘴zui 河he 港gang 圩wei 岗gang 坡po 垸yuan 墩dun
        百bai 花hua 汇hui 商shang 贸mao 州zhou 城cheng 府fu 民min 政zheng 建jian 设she 解jie 放fang 红hong
        光guang 友you 谊yi 团tuan 结jie 勤qin 俭jian 建jian 工gong 业ye 科ke 技ji 创chuang 创chuang 发fa 展zhan
        柘zhe 苑yuan 庐lu 筑zhu 居ju 镜jing 天tian 水shui 滨bin 海hai 川chuan 屏ping 栖qi 鼓gu 楼lou 角jiao
        雨yu 雪xue 风feng 夏xia 秋qiu 冬dong 正zheng 义yi 礼li 信xin 智zhi 孝xiao 善shan 美mei 富fu 强qiang
        通tong 达da 顺shun 长chang 远yuan 平ping 思si 贤xian 育yu 英ying 才cai 翰han 墨mo 香xiang 木mu 秧yang
        稻dao 麦mai 茶cha 果guo 鱼yu 双shuang 三san 四si 五wu 六liu 七qi 八ba 九jiu 十shi 一yi 二er 曙shu 关guan 隆long 庭ting 辰chen 涌yong 潭tan
        """;
    for (String entry : table.split("\\s+")) {
      if (!entry.isEmpty()) {
        PINYIN.put(entry.substring(0, 1), entry.substring(1));
      }
    }
  }

  private static final String STREET_FIRST =
      "文安永福兴瑞嘉玉翠青云春清明德仁和宁泰康盛锦桃柳桂梅松竹兰荷枫银石白碧望迎向百晴秀景朝东南西北新高思育龙凤鹤鹭芳花礼信义贤通远";
  private static final String STREET_SECOND =
      "昌宁安康泰和兴盛丰庆祥源溪泉岭林园湖江桥门台亭阳月星霞岚竹柏塘湾坊井塔书堂沙洲堤秀乐明德仁川才香春秋善贤远达顺";
  private static final String ESTATE_FIRST = "翠碧锦雅静怡景秀丽嘉瑞福春晴枫桂梅荷兰桃柳杏樱棠银金玉阳朝晨云湖江溪滨望文书翰墨和安康宁泰盛";
  private static final String ESTATE_SECOND = "竹园湖江溪泉林苑庐筑居月星霞岚阳堤洲湾景华庭城台亭香墨春秋枫桂兰荷松柏雅怡景和乐";
  private static final String VILLAGE_FIRST = "王李张陈刘杨黄赵周吴徐孙胡朱何郭罗梁宋谢冯上下大小东西南北石白柳桃梅竹松古新双三七九高";
  private static final String VILLAGE_SECOND = "家家家家家塘桥岗冲畈湾坡墩河港沙林湖井店庄坪垸";

  private static final List<String[]> ESTATES =
      List.of(
          new String[] {"花园", "Garden"},
          new String[] {"苑", "Court"},
          new String[] {"家园", "Homes"},
          new String[] {"小区", "Residential Quarter"},
          new String[] {"新村", "New Village"},
          new String[] {"雅居", "Residence"},
          new String[] {"名邸", "Mansions"},
          new String[] {"里", "Lane Estate"});

  /** Pairs that would remind of someone or something real. */
  private static final Set<String> AVOID =
      Set.of(
          "金山", "永泰", "东江", "玉林", "康德", "文明", "福康", "安康", "瑞安", "福安", "宁德", "兴宁", "兴安", "泰安", "泰和",
          "泰宁", "泰兴", "永安", "永康", "永兴", "永春", "嘉兴", "嘉善", "德清", "德安", "德兴", "青川", "银川", "百达", "东阳",
          "安阳", "信阳", "南阳", "高安", "龙门", "龙江", "北川", "南江", "南昌", "文昌", "宁江", "和林", "白沙", "白城", "石林",
          "龙井", "安溪", "兰溪", "兰亭", "桂林", "桃园", "桃江", "桃源", "春江", "向明", "向阳", "花亭", "银泰", "碧桂", "锦江",
          "松江", "青阳", "清江", "通明", "景德", "景宁", "建德", "望江", "安庆", "福清", "云阳", "朝阳", "新安", "新昌", "新宁",
          "新兴", "新泰", "远达", "通达", "和平", "春秋", "盛远", "仁和", "康泰", "云湾", "星辰", "康明", "文德", "石和");

  private final Set<String> given = new HashSet<>();
  private final Dice dice;

  Names(String use) {
    dice = Dice.of("names " + use);
  }

  /** Two characters as a proper name; after many tries three. */
  private Name pair(String first, String second) {
    for (int n = 0; n < 4000; n++) {
      String a = charAt(first);
      String b = charAt(second);
      String zh = n < 300 ? a + b : a + charAt(second) + b;
      if (!a.equals(b) && !AVOID.contains(zh) && given.add(zh)) {
        return new Name(zh, pinyin(zh));
      }
    }
    throw new IllegalStateException("out of names after " + given.size());
  }

  private String charAt(String from) {
    int i = dice.whole(0, from.length() - 1);
    return from.substring(i, i + 1);
  }

  Name street() {
    return pair(STREET_FIRST, STREET_SECOND);
  }

  /** Two estates may share two characters when they end differently, as they do. */
  Name estate() {
    for (int n = 0; n < 4000; n++) {
      String a = charAt(ESTATE_FIRST);
      String b = charAt(ESTATE_SECOND);
      String[] end = ESTATES.get(dice.weighted(22, 14, 12, 12, 8, 8, 6, 5));
      if (!a.equals(b) && !AVOID.contains(a + b) && given.add(a + b + end[0])) {
        return new Name(a + b + end[0], pinyin(a + b) + " " + end[1]);
      }
    }
    throw new IllegalStateException("out of estate names after " + given.size());
  }

  Name village() {
    Name n = pair(VILLAGE_FIRST, VILLAGE_SECOND);
    String zh = n.zh();
    if (zh.endsWith("家")) {
      String end = dice.pick("湾", "庄", "冲", "岗", "塘", "畈", "店", "村", "墩", "桥");
      return new Name(zh + end, pinyin(zh + end));
    }
    return dice.chance(0.4) ? new Name(zh + "村", pinyin(zh) + " Village") : n;
  }

  Name trade() {
    return pair(ESTATE_FIRST, STREET_SECOND);
  }

  /** Syllables joined, with an apostrophe before a vowel, and a capital. */
  static String pinyin(String zh) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < zh.length(); i++) {
      String syllable = PINYIN.get(zh.substring(i, i + 1));
      if (syllable == null) {
        throw new IllegalArgumentException("no pinyin for " + zh.charAt(i) + " in " + zh);
      }
      if (i > 0 && "aeo".indexOf(syllable.charAt(0)) >= 0) {
        joined.append('\'');
      }
      joined.append(syllable);
    }
    return joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
  }

  private static final List<String> DIGITS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

  static String numeral(int n) {
    if (n <= 10) {
      return DIGITS.get(n - 1);
    }
    if (n < 20) {
      return "十" + DIGITS.get(n - 11);
    }
    return DIGITS.get(n / 10 - 1) + "十" + (n % 10 == 0 ? "" : DIGITS.get(n % 10 - 1));
  }

  /** Names the roads that have none yet: streets run east, roads run north, lanes are short. */
  static void nameRoads(List<Road> roads) {
    Names names = new Names("roads");
    for (String taken : List.of("人民", "云川", "文昌", "柳林", "镜湖", "白沙", "滨江", "南湖", "石桥")) {
      names.given.add(taken);
    }
    List<Road> unnamed = new ArrayList<>(roads);
    unnamed.removeIf(r -> !r.name.isEmpty());
    for (Road road : unnamed) {
      Name n = names.street();
      double length = road.length();
      boolean east = road.runsEast();
      if (road.rank == Road.Rank.BRANCH && length < 420) {
        n = n.with("巷", "Lane");
      } else if (east && road.rank == Road.Rank.BRANCH) {
        n = n.with("街", "Street");
      } else {
        n = n.with("路", "Road");
      }
      road.name = n.zh();
      road.nameEn = n.en();
      road.halved = road.rank == Road.Rank.SECONDARY && length > 5000;
    }
  }
}
