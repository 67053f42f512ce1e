/// Codes and names of countries, one a line: ISO 3166-1 alpha-3, the UN's M49 number, then names, the first
/// of which is shown; the others are those that statistics use (the U.S. Geological Survey's `Burma`).
///
/// Source: ISO 3166-1 and the UN Statistics Division's M49 standard, the codes checked against Debian's
/// iso-codes. Kosovo has no code in ISO 3166-1; XKX and 412 are what others use.
enum CountryTable {
  static let text = """
    ABW 533 Aruba
    AFG 4 Afghanistan
    AGO 24 Angola
    AIA 660 Anguilla
    ALA 248 Åland Islands
    ALB 8 Albania
    AND 20 Andorra
    ARE 784 United Arab Emirates | UAE
    ARG 32 Argentina
    ARM 51 Armenia
    ASM 16 American Samoa
    ATA 10 Antarctica
    ATF 260 French Southern Territories
    ATG 28 Antigua and Barbuda
    AUS 36 Australia
    AUT 40 Austria
    AZE 31 Azerbaijan
    BDI 108 Burundi
    BEL 56 Belgium
    BEN 204 Benin
    BES 535 Bonaire, Sint Eustatius and Saba
    BFA 854 Burkina Faso
    BGD 50 Bangladesh
    BGR 100 Bulgaria
    BHR 48 Bahrain
    BHS 44 Bahamas | The Bahamas
    BIH 70 Bosnia and Herzegovina | Bosnia-Herzegovina
    BLM 652 Saint Barthélemy
    BLR 112 Belarus
    BLZ 84 Belize
    BMU 60 Bermuda
    BOL 68 Bolivia | Bolivia (Plurinational State of)
    BRA 76 Brazil
    BRB 52 Barbados
    BRN 96 Brunei
    BTN 64 Bhutan
    BVT 74 Bouvet Island
    BWA 72 Botswana
    CAF 140 Central African Republic
    CAN 124 Canada
    CCK 166 Cocos Islands
    CHE 756 Switzerland
    CHL 152 Chile
    CHN 156 China | China, mainland | People's Republic of China
    CIV 384 Côte d'Ivoire | Cote d’Ivoire | Côte d’Ivoire | Ivory Coast
    CMR 120 Cameroon
    COD 180 DR Congo | Congo (Kinshasa) | Democratic Republic of the Congo | Congo, Democratic Republic of the | Congo, D.R.
    COG 178 Congo | Congo (Brazzaville) | Republic of the Congo | Congo, Rep.
    COK 184 Cook Islands
    COL 170 Colombia
    COM 174 Comoros
    CPV 132 Cabo Verde | Cape Verde
    CRI 188 Costa Rica
    CUB 192 Cuba
    CUW 531 Curaçao
    CXR 162 Christmas Island
    CYM 136 Cayman Islands
    CYP 196 Cyprus
    CZE 203 Czechia | Czech Republic
    DEU 276 Germany
    DJI 262 Djibouti
    DMA 212 Dominica
    DNK 208 Denmark
    DOM 214 Dominican Republic
    DZA 12 Algeria
    ECU 218 Ecuador
    EGY 818 Egypt
    ERI 232 Eritrea
    ESH 732 Western Sahara
    ESP 724 Spain
    EST 233 Estonia
    ETH 231 Ethiopia
    FIN 246 Finland
    FJI 242 Fiji
    FLK 238 Falkland Islands
    FRA 250 France
    FRO 234 Faroe Islands
    FSM 583 Micronesia
    GAB 266 Gabon
    GBR 826 United Kingdom | UK
    GEO 268 Georgia
    GGY 831 Guernsey
    GHA 288 Ghana
    GIB 292 Gibraltar
    GIN 324 Guinea
    GLP 312 Guadeloupe
    GMB 270 Gambia | The Gambia | Gambia, The
    GNB 624 Guinea-Bissau
    GNQ 226 Equatorial Guinea
    GRC 300 Greece
    GRD 308 Grenada
    GRL 304 Greenland
    GTM 320 Guatemala
    GUF 254 French Guiana
    GUM 316 Guam
    GUY 328 Guyana
    HKG 344 Hong Kong | China, Hong Kong SAR
    HMD 334 Heard and McDonald Islands
    HND 340 Honduras
    HRV 191 Croatia
    HTI 332 Haiti
    HUN 348 Hungary
    IDN 360 Indonesia
    IMN 833 Isle of Man
    IND 356 India
    IOT 86 British Indian Ocean Territory
    IRL 372 Ireland
    IRN 364 Iran | Iran, Islamic Republic of
    IRQ 368 Iraq
    ISL 352 Iceland
    ISR 376 Israel
    ITA 380 Italy
    JAM 388 Jamaica
    JEY 832 Jersey
    JOR 400 Jordan
    JPN 392 Japan
    KAZ 398 Kazakhstan
    KEN 404 Kenya
    KGZ 417 Kyrgyzstan
    KHM 116 Cambodia
    KIR 296 Kiribati
    KNA 659 Saint Kitts and Nevis
    KOR 410 South Korea | Korea, Republic of | Republic of Korea | Korea, South
    KWT 414 Kuwait
    LAO 418 Laos | Lao People's Democratic Republic
    LBN 422 Lebanon
    LBR 430 Liberia
    LBY 434 Libya
    LCA 662 Saint Lucia
    LIE 438 Liechtenstein
    LKA 144 Sri Lanka
    LSO 426 Lesotho
    LTU 440 Lithuania
    LUX 442 Luxembourg
    LVA 428 Latvia
    MAC 446 Macao | China, Macao SAR
    MAF 663 Saint Martin
    MAR 504 Morocco
    MCO 492 Monaco
    MDA 498 Moldova | Republic of Moldova
    MDG 450 Madagascar
    MDV 462 Maldives
    MEX 484 Mexico
    MHL 584 Marshall Islands
    MKD 807 North Macedonia | Macedonia
    MLI 466 Mali
    MLT 470 Malta
    MMR 104 Myanmar | Burma
    MNE 499 Montenegro
    MNG 496 Mongolia
    MNP 580 Northern Mariana Islands
    MOZ 508 Mozambique
    MRT 478 Mauritania
    MSR 500 Montserrat
    MTQ 474 Martinique
    MUS 480 Mauritius
    MWI 454 Malawi
    MYS 458 Malaysia
    MYT 175 Mayotte
    NAM 516 Namibia
    NCL 540 New Caledonia
    NER 562 Niger
    NFK 574 Norfolk Island
    NGA 566 Nigeria
    NIC 558 Nicaragua
    NIU 570 Niue
    NLD 528 Netherlands | The Netherlands
    NOR 578 Norway
    NPL 524 Nepal
    NRU 520 Nauru
    NZL 554 New Zealand
    OMN 512 Oman
    PAK 586 Pakistan
    PAN 591 Panama
    PCN 612 Pitcairn
    PER 604 Peru
    PHL 608 Philippines
    PLW 585 Palau
    PNG 598 Papua New Guinea
    POL 616 Poland
    PRI 630 Puerto Rico
    PRK 408 North Korea | Korea, North | Korea, Democratic People's Republic of
    PRT 620 Portugal
    PRY 600 Paraguay
    PSE 275 Palestine | West Bank
    PYF 258 French Polynesia
    QAT 634 Qatar
    REU 638 Réunion
    ROU 642 Romania
    RUS 643 Russia | Russian Federation
    RWA 646 Rwanda
    SAU 682 Saudi Arabia
    SDN 729 Sudan
    SEN 686 Senegal
    SGP 702 Singapore
    SGS 239 South Georgia
    SHN 654 Saint Helena
    SJM 744 Svalbard and Jan Mayen
    SLB 90 Solomon Islands
    SLE 694 Sierra Leone
    SLV 222 El Salvador
    SMR 674 San Marino
    SOM 706 Somalia
    SPM 666 Saint Pierre and Miquelon
    SRB 688 Serbia
    SSD 728 South Sudan
    STP 678 São Tomé and Príncipe | Sao Tome and Principe
    SUR 740 Suriname
    SVK 703 Slovakia
    SVN 705 Slovenia
    SWE 752 Sweden
    SWZ 748 Eswatini | Swaziland
    SXM 534 Sint Maarten
    SYC 690 Seychelles
    SYR 760 Syria | Syrian Arab Republic
    TCA 796 Turks and Caicos Islands
    TCD 148 Chad
    TGO 768 Togo
    THA 764 Thailand
    TJK 762 Tajikistan
    TKL 772 Tokelau
    TKM 795 Turkmenistan
    TLS 626 Timor-Leste | East Timor
    TON 776 Tonga
    TTO 780 Trinidad and Tobago
    TUN 788 Tunisia
    TUR 792 Türkiye | Turkey
    TUV 798 Tuvalu
    TWN 158 Taiwan
    TZA 834 Tanzania | United Republic of Tanzania
    UGA 800 Uganda
    UKR 804 Ukraine
    UMI 581 US Minor Outlying Islands
    URY 858 Uruguay
    USA 840 United States | United States of America | USA | U.S.
    UZB 860 Uzbekistan
    VAT 336 Holy See
    VCT 670 Saint Vincent and the Grenadines
    VEN 862 Venezuela | Venezuela, Bolivarian Republic of
    VGB 92 British Virgin Islands
    VIR 850 US Virgin Islands
    VNM 704 Vietnam | Viet Nam
    VUT 548 Vanuatu
    WLF 876 Wallis and Futuna
    WSM 882 Samoa
    XKX 412 Kosovo
    YEM 887 Yemen
    ZAF 710 South Africa
    ZMB 894 Zambia
    ZWE 716 Zimbabwe
    """
}
