/** Written by tools/import-application-identifiers.ts; its columns are told in application-identifiers.ts. */
export const TABLE = `
00 ; fixed attribute ; 9x18:check-digit:prefix-second ; key= ; SSCC
01 ; fixed attribute ; 9x14:check-digit:prefix-second ; excludes=255,37 key=22,10,21|235 ; GTIN
02 ; fixed attribute ; 9x14:check-digit:prefix-second ; excludes=01,03 needs=37 ; CONTENT
03 ; fixed ; 9x14:check-digit:prefix-second ; excludes=01,02,37,235 ; MTO GTIN
10 ; ended attribute ; 82x1-20 ; needs=01,02,03,8006,8026 ; BATCH/LOT
11 ; fixed attribute ; 9x6:date ; needs=01,02,03,8006,8026 ; PROD DATE
12 ; fixed attribute ; 9x6:date ; needs=8020 ; DUE DATE
13 ; fixed attribute ; 9x6:date ; needs=01,02,03,8006,8026 ; PACK DATE
15 ; fixed attribute ; 9x6:date ; needs=01,02,03,8006,8026 ; BEST BEFORE or BEST BY
16 ; fixed attribute ; 9x6:date ; needs=01,02,03,8006,8026 ; SELL BY
17 ; fixed attribute ; 9x6:date ; needs=01,02,03,255,8006,8026 ; USE BY or EXPIRY
20 ; fixed attribute ; 9x2 ; needs=01,02,03,8006,8026 ; VARIANT
21 ; ended ; 82x1-20 ; needs=01,03,8006 excludes=235 ; SERIAL
22 ; ended ; 82x1-20 ; needs=01 ; CPV
235 ; ended ; 82x1-28 ; needs=01 ; TPX
240 ; ended attribute ; 82x1-30 ; needs=01,02,03,8006,8026 ; ADDITIONAL ID
241 ; ended attribute ; 82x1-30 ; needs=01,02,03,8006,8026 ; CUST. PART No.
242 ; ended attribute ; 9x1-6 ; needs=01,02,8006,8026 ; MTO VARIANT
243 ; ended attribute ; 82x1-20 ; needs=01,03 ; PCN
250 ; ended attribute ; 82x1-30 ; needs=01+21,03+21,8006+21 ; SECONDARY SERIAL
251 ; ended attribute ; 82x1-30 ; needs=01,03,8006 ; REF. TO SOURCE
253 ; ended attribute ; 9x13:check-digit:prefix 82x1-17? ; key= ; GDTI
254 ; ended ; 82x1-20 ; needs=414 ; GLN EXTENSION COMPONENT
255 ; ended attribute ; 9x13:check-digit:prefix 9x1-12? ; key= excludes=01,02,415,8006,8020,8026 ; GCN
30 ; ended attribute ; 9x1-8 ; needs=01,02 ; VAR. COUNT
3100-3105 ; fixed attribute ; 9x6 ; needs=01,02 excludes=310n ; NET WEIGHT (kg)
3110-3115 ; fixed attribute ; 9x6 ; needs=01,02 excludes=311n ; LENGTH (m)
3120-3125 ; fixed attribute ; 9x6 ; needs=01,02 excludes=312n ; WIDTH (m)
3130-3135 ; fixed attribute ; 9x6 ; needs=01,02 excludes=313n ; HEIGHT (m)
3140-3145 ; fixed attribute ; 9x6 ; needs=01,02 excludes=314n ; AREA (m²)
3150-3155 ; fixed attribute ; 9x6 ; needs=01,02 excludes=315n ; NET VOLUME (l)
3160-3165 ; fixed attribute ; 9x6 ; needs=01,02 excludes=316n ; NET VOLUME (m³)
3200-3205 ; fixed attribute ; 9x6 ; needs=01,02 excludes=320n ; NET WEIGHT (lb)
3210-3215 ; fixed attribute ; 9x6 ; needs=01,02 excludes=321n ; LENGTH (in)
3220-3225 ; fixed attribute ; 9x6 ; needs=01,02 excludes=322n ; LENGTH (ft)
3230-3235 ; fixed attribute ; 9x6 ; needs=01,02 excludes=323n ; LENGTH (yd)
3240-3245 ; fixed attribute ; 9x6 ; needs=01,02 excludes=324n ; WIDTH (in)
3250-3255 ; fixed attribute ; 9x6 ; needs=01,02 excludes=325n ; WIDTH (ft)
3260-3265 ; fixed attribute ; 9x6 ; needs=01,02 excludes=326n ; WIDTH (yd)
3270-3275 ; fixed attribute ; 9x6 ; needs=01,02 excludes=327n ; HEIGHT (in)
3280-3285 ; fixed attribute ; 9x6 ; needs=01,02 excludes=328n ; HEIGHT (ft)
3290-3295 ; fixed attribute ; 9x6 ; needs=01,02 excludes=329n ; HEIGHT (yd)
3300-3305 ; fixed attribute ; 9x6 ; needs=00,01 excludes=330n ; GROSS WEIGHT (kg)
3310-3315 ; fixed attribute ; 9x6 ; needs=00,01 excludes=331n ; LENGTH (m), log
3320-3325 ; fixed attribute ; 9x6 ; needs=00,01 excludes=332n ; WIDTH (m), log
3330-3335 ; fixed attribute ; 9x6 ; needs=00,01 excludes=333n ; HEIGHT (m), log
3340-3345 ; fixed attribute ; 9x6 ; needs=00,01 excludes=334n ; AREA (m²), log
3350-3355 ; fixed attribute ; 9x6 ; needs=00,01 excludes=335n ; VOLUME (l), log
3360-3365 ; fixed attribute ; 9x6 ; needs=00,01 excludes=336n ; VOLUME (m³), log
3370-3375 ; fixed attribute ; 9x6 ; needs=01 excludes=337n ; KG PER m²
3400-3405 ; fixed attribute ; 9x6 ; needs=00,01 excludes=340n ; GROSS WEIGHT (lb)
3410-3415 ; fixed attribute ; 9x6 ; needs=00,01 excludes=341n ; LENGTH (in), log
3420-3425 ; fixed attribute ; 9x6 ; needs=00,01 excludes=342n ; LENGTH (ft), log
3430-3435 ; fixed attribute ; 9x6 ; needs=00,01 excludes=343n ; LENGTH (yd), log
3440-3445 ; fixed attribute ; 9x6 ; needs=00,01 excludes=344n ; WIDTH (in), log
3450-3455 ; fixed attribute ; 9x6 ; needs=00,01 excludes=345n ; WIDTH (ft), log
3460-3465 ; fixed attribute ; 9x6 ; needs=00,01 excludes=346n ; WIDTH (yd), log
3470-3475 ; fixed attribute ; 9x6 ; needs=00,01 excludes=347n ; HEIGHT (in), log
3480-3485 ; fixed attribute ; 9x6 ; needs=00,01 excludes=348n ; HEIGHT (ft), log
3490-3495 ; fixed attribute ; 9x6 ; needs=00,01 excludes=349n ; HEIGHT (yd), log
3500-3505 ; fixed attribute ; 9x6 ; needs=01,02 excludes=350n ; AREA (in²)
3510-3515 ; fixed attribute ; 9x6 ; needs=01,02 excludes=351n ; AREA (ft²)
3520-3525 ; fixed attribute ; 9x6 ; needs=01,02 excludes=352n ; AREA (yd²)
3530-3535 ; fixed attribute ; 9x6 ; needs=00,01 excludes=353n ; AREA (in²), log
3540-3545 ; fixed attribute ; 9x6 ; needs=00,01 excludes=354n ; AREA (ft²), log
3550-3555 ; fixed attribute ; 9x6 ; needs=00,01 excludes=355n ; AREA (yd²), log
3560-3565 ; fixed attribute ; 9x6 ; needs=01,02 excludes=356n ; NET WEIGHT (tr oz)
3570-3575 ; fixed attribute ; 9x6 ; needs=01,02 excludes=357n ; NET VOLUME (oz)
3600-3605 ; fixed attribute ; 9x6 ; needs=01,02 excludes=360n ; NET VOLUME (qt (US))
3610-3615 ; fixed attribute ; 9x6 ; needs=01,02 excludes=361n ; NET VOLUME (gal.)
3620-3625 ; fixed attribute ; 9x6 ; needs=00,01 excludes=362n ; VOLUME (qt (US)), log
3630-3635 ; fixed attribute ; 9x6 ; needs=00,01 excludes=363n ; VOLUME (gal (US)), log
3640-3645 ; fixed attribute ; 9x6 ; needs=01,02 excludes=364n ; NET VOLUME (in³)
3650-3655 ; fixed attribute ; 9x6 ; needs=01,02 excludes=365n ; NET VOLUME (ft³)
3660-3665 ; fixed attribute ; 9x6 ; needs=01,02 excludes=366n ; NET VOLUME (yd³)
3670-3675 ; fixed attribute ; 9x6 ; needs=00,01 excludes=367n ; VOLUME (in³), log
3680-3685 ; fixed attribute ; 9x6 ; needs=00,01 excludes=368n ; VOLUME (ft³), log
3690-3695 ; fixed attribute ; 9x6 ; needs=00,01 excludes=369n ; VOLUME (yd³), log
37 ; ended attribute ; 9x1-8 ; needs=00+02,00+8026 ; COUNT
3900-3909 ; ended attribute ; 9x1-15 ; needs=255,8020 excludes=390n,391n,394n,8111 ; AMOUNT
3910-3919 ; ended attribute ; 9x3:currency 9x1-15 ; needs=8020 excludes=391n ; AMOUNT
3920-3929 ; ended attribute ; 9x1-15 ; needs=01+30,01+31nn,01+32nn,01+35nn,01+36nn excludes=392n,393n ; PRICE
3930-3939 ; ended attribute ; 9x3:currency 9x1-15 ; needs=30,31nn,32nn,35nn,36nn excludes=393n ; PRICE
3940-3943 ; ended attribute ; 9x4 ; needs=255 excludes=394n,8111 ; PRCNT OFF
3950-3955 ; ended attribute ; 9x6 ; needs=30,31nn,32nn,35nn,36nn excludes=392n,393n,395n,8005 ; PRICE/UoM
400 ; ended attribute ; 82x1-30 ;  ; ORDER NUMBER
401 ; ended attribute ; 82x1-30:prefix ; key= ; GINC
402 ; ended attribute ; 9x17:check-digit:prefix ; key= ; GSIN
403 ; ended attribute ; 82x1-30 ; needs=00 ; ROUTE
410 ; fixed attribute ; 9x13:check-digit:prefix ;  ; SHIP TO LOC
411 ; fixed attribute ; 9x13:check-digit:prefix ;  ; BILL TO
412 ; fixed attribute ; 9x13:check-digit:prefix ;  ; PURCHASE FROM
413 ; fixed attribute ; 9x13:check-digit:prefix ;  ; SHIP FOR LOC
414 ; fixed attribute ; 9x13:check-digit:prefix ; key=254|7040 ; LOC No.
415 ; fixed attribute ; 9x13:check-digit:prefix ; needs=8020 key=8020 ; PAY TO
416 ; fixed attribute ; 9x13:check-digit:prefix ;  ; PROD/SERV LOC
417 ; fixed attribute ; 9x13:check-digit:prefix ; key=7040 ; PARTY
420 ; ended attribute ; 82x1-20 ; excludes=421 ; SHIP TO POST
421 ; ended attribute ; 9x3:country 82x1-9 ; excludes=4307 ; SHIP TO POST
422 ; ended attribute ; 9x3:country ; needs=01,02,03,8006,8026 excludes=426 ; ORIGIN
423 ; ended attribute ; 9x3:country 9x3?:country 9x3?:country 9x3?:country 9x3?:country ; needs=01,02,03 excludes=426 ; COUNTRY - INITIAL PROCESS
424 ; ended attribute ; 9x3:country ; needs=01,02,03 excludes=426 ; COUNTRY - PROCESS
425 ; ended attribute ; 9x3:country 9x3?:country 9x3?:country 9x3?:country 9x3?:country ; needs=01,02,03 excludes=426 ; COUNTRY - DISASSEMBLY
426 ; ended attribute ; 9x3:country ; needs=01,02,03 ; COUNTRY - FULL PROCESS
427 ; ended attribute ; 82x1-3 ; needs=01+422,02+422,03+422 ; ORIGIN SUBDIVISION
4300 ; ended attribute ; 82x1-35:escapes ; needs=00 ; SHIP TO COMP
4301 ; ended attribute ; 82x1-35:escapes ; needs=00 ; SHIP TO NAME
4302 ; ended attribute ; 82x1-70:escapes ; needs=00 ; SHIP TO ADD1
4303 ; ended attribute ; 82x1-70:escapes ; needs=4302 ; SHIP TO ADD2
4304 ; ended attribute ; 82x1-70:escapes ; needs=00 ; SHIP TO SUB
4305 ; ended attribute ; 82x1-70:escapes ; needs=00 ; SHIP TO LOC
4306 ; ended attribute ; 82x1-70:escapes ; needs=00 ; SHIP TO REG
4307 ; ended attribute ; 82x2:country-letters ; needs=00 ; SHIP TO COUNTRY
4308 ; ended attribute ; 82x1-30 ; needs=00 ; SHIP TO PHONE
4309 ; ended attribute ; 9x10:latitude 9x10:longitude ; needs=00 ; SHIP TO GEO
4310 ; ended attribute ; 82x1-35:escapes ; needs=00 ; RTN TO COMP
4311 ; ended attribute ; 82x1-35:escapes ; needs=00 ; RTN TO NAME
4312 ; ended attribute ; 82x1-70:escapes ; needs=00 ; RTN TO ADD1
4313 ; ended attribute ; 82x1-70:escapes ; needs=4312 ; RTN TO ADD2
4314 ; ended attribute ; 82x1-70:escapes ; needs=00 ; RTN TO SUB
4315 ; ended attribute ; 82x1-70:escapes ; needs=00 ; RTN TO LOC
4316 ; ended attribute ; 82x1-70:escapes ; needs=00 ; RTN TO REG
4317 ; ended attribute ; 82x2:country-letters ; needs=00 ; RTN TO COUNTRY
4318 ; ended attribute ; 82x1-20 ; needs=00 ; RTN TO POST
4319 ; ended attribute ; 82x1-30 ; needs=00 ; RTN TO PHONE
4320 ; ended attribute ; 82x1-35:escapes ; needs=00 ; SRV DESCRIPTION
4321 ; ended attribute ; 9x1:yes-no ; needs=00 ; DANGEROUS GOODS
4322 ; ended attribute ; 9x1:yes-no ; needs=00 ; AUTH TO LEAVE
4323 ; ended attribute ; 9x1:yes-no ; needs=00 ; SIG REQUIRED
4324 ; ended attribute ; 9x6:date 9x4:time ; needs=00 ; NOT BEF DEL DT
4325 ; ended attribute ; 9x6:date 9x4:time ; needs=00 ; NOT AFT DEL DT
4326 ; ended attribute ; 9x6:date-day ; needs=00 ; REL DATE
4330 ; ended attribute ; 9x6 82x1?:minus ; needs=00 excludes=4331 ; MAX TEMP F.
4331 ; ended attribute ; 9x6 82x1?:minus ; needs=00 excludes=4330 ; MAX TEMP C.
4332 ; ended attribute ; 9x6 82x1?:minus ; needs=00 excludes=4333 ; MIN TEMP F.
4333 ; ended attribute ; 9x6 82x1?:minus ; needs=00 excludes=4332 ; MIN TEMP C.
7001 ; ended attribute ; 9x13 ; needs=01,02,8006,8026 ; NSN
7002 ; ended attribute ; 82x1-30 ; needs=01,02 ; MEAT CUT
7003 ; ended attribute ; 9x6:date-day 9x4:time ; needs=01,02,03 ; EXPIRY TIME
7004 ; ended attribute ; 9x1-4 ; needs=01+10,03+10 ; ACTIVE POTENCY
7005 ; ended attribute ; 82x1-12 ; needs=01,02 ; CATCH AREA
7006 ; ended attribute ; 9x6:date-day ; needs=01,02 ; FIRST FREEZE DATE
7007 ; ended attribute ; 9x6:date-day 9x6?:date-day ; needs=01,02 ; HARVEST DATE
7008 ; ended attribute ; 82x1-3 ; needs=01,02 ; AQUATIC SPECIES
7009 ; ended attribute ; 82x1-10 ; needs=01,02 ; FISHING GEAR TYPE
7010 ; ended attribute ; 82x1-2 ; needs=01,02,03 ; PROD METHOD
7011 ; ended attribute ; 9x6:date-day 9x4?:time ; needs=01,02,03 ; TEST BY DATE
7020 ; ended attribute ; 82x1-20 ; needs=01+416,03+416,8006+416 ; REFURB LOT
7021 ; ended attribute ; 82x1-20 ; needs=01,03,8006 ; FUNC STAT
7022 ; ended attribute ; 82x1-20 ; needs=01+7021,03+7021,8006+7021 ; REV STAT
7023 ; ended attribute ; 82x1-30:prefix ;  ; GIAI - ASSEMBLY
7030 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7031 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7032 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7033 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7034 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7035 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7036 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7037 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7038 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7039 ; ended attribute ; 9x3:country-or-999 82x1-27 ; needs=01,02 ; PROCESSOR
7040 ; ended ; 9x1 82x1 82x1 82x1:importer-index ;  ; UIC+EXT
7041 ; ended ; 82x1-4:package-type ; needs=00 ; UFRGT UNIT TYPE
710 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN PZN
711 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN CIP
712 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN CN
713 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN DRN
714 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN AIM
715 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN NDC
716 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN AIC
717 ; ended attribute ; 82x1-20 ; needs=01 ; NHRN SRN
7230 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7231 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7232 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7233 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7234 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7235 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7236 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7237 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7238 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7239 ; ended attribute ; 82x2 82x1-28 ; needs=01,8004 ; CERT
7240 ; ended attribute ; 82x1-20 ; needs=01,8006 excludes=03 ; PROTOCOL
7241 ; ended attribute ; 9x2:media-type ; needs=8017,8018 ; AIDC MEDIA TYPE
7242 ; ended attribute ; 82x1-25 ; needs=8017,8018 ; VCN
7250 ; ended attribute ; 9x8:date-long ; needs=8018 excludes=7251 ; DOB
7251 ; ended attribute ; 9x8:date-long 9x4:time ; needs=8018 excludes=7250 ; DOB TIME
7252 ; ended attribute ; 9x1:sex ; needs=8018 ; BIO SEX
7253 ; ended attribute ; 82x1-40:escapes ; needs=8017,8018 excludes=7256,7259 ; FAMILY NAME
7254 ; ended attribute ; 82x1-40:escapes ; needs=8017,8018 excludes=7256,7259 ; GIVEN NAME
7255 ; ended attribute ; 82x1-10 ; needs=8017,8018 excludes=7256,7259 ; SUFFIX
7256 ; ended attribute ; 82x1-90:escapes ; needs=8017,8018 ; FULL NAME
7257 ; ended attribute ; 82x1-70:escapes ; needs=8018 ; PERSON ADDR
7258 ; ended attribute ; 82x3:place-of-total ; needs=8018+7259 ; BIRTH SEQUENCE
7259 ; ended attribute ; 82x1-40:escapes ; needs=8018 excludes=7256 ; BABY
8001 ; ended attribute ; 9x4:not-zero 9x5:not-zero 9x3:not-zero 9x1:winding 9x1 ; needs=01 ; DIMENSIONS
8002 ; ended attribute ; 82x1-20 ;  ; CMT No.
8003 ; ended attribute ; 9x1:zero 9x13:check-digit:prefix 82x1-16? ; key= ; GRAI
8004 ; ended attribute ; 82x1-30:prefix ; key=7040 ; GIAI
8005 ; ended attribute ; 9x6 ; needs=01,02 ; PRICE PER UNIT
8006 ; ended attribute ; 9x14:check-digit:prefix-second 9x4:piece-of-total ; excludes=01,03,37 key=22,10,21 ; ITIP
8007 ; ended attribute ; 82x1-34:iban ; needs=415 ; IBAN
8008 ; ended attribute ; 9x6:date-day 9x2:hour 9x2?:sixty 9x2?:sixty ; needs=01,02,03 ; PROD TIME
8009 ; ended attribute ; 82x1-50 ; needs=00,01,03 ; OPTSEN
8010 ; ended attribute ; 39x1-30:prefix ; key=8011 ; CPID
8011 ; ended ; 9x1-12:no-leading-zero ; needs=8010 ; CPID SERIAL
8012 ; ended attribute ; 82x1-20 ; needs=01,03,8006 ; VERSION
8013 ; ended attribute ; 82x1-25:check-pair:prefix ; key= ; GMN
8014 ; ended ; 82x1-25:check-pair:prefix:not-digits-only ; needs=01 ; MUDI
8017 ; ended attribute ; 9x18:check-digit:prefix ; excludes=8018 key=8019 ; GSRN - PROVIDER
8018 ; ended attribute ; 9x18:check-digit:prefix ; excludes=8017 key=8019 ; GSRN - RECIPIENT
8019 ; ended ; 9x1-10 ; needs=8017,8018 ; SRIN
8020 ; ended ; 82x1-25 ; needs=415 ; REF No.
8026 ; ended attribute ; 9x14:check-digit:prefix-second 9x4:piece-of-total ; needs=37 excludes=02,03,8006 ; ITIP CONTENT
8030 ; ended attribute ; 64x1-90 ; needs=00,01+21,03+21,253,255,8003,8004,8006+21,8010+8011,8017,8018 ; DIGSIG
8040 ; ended ; 9x15 ; needs=01+21 ; IMEI
8041 ; ended ; 9x15 ; needs=01+21+8040 ; IMEI2
8042 ; ended ; 9x32 ; needs=01+21+8040 ; ESIM
8043 ; ended ; 9x18 9x1-2? ; needs=01+21+8040 ; PSIM
8110 ; ended attribute ; 82x1-70:coupon ;  ;
8111 ; ended attribute ; 9x4 ; needs=255 ; POINTS
8112 ; ended attribute ; 82x1-70:coupon-offer ;  ;
8200 ; ended ; 82x1-70 ; needs=01 ; PRODUCT URL
90 ; ended attribute ; 82x1-30 ;  ; INTERNAL
91-99 ; ended attribute ; 82x1-90 ;  ; INTERNAL
`;
