export interface paths {
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口说明 · This document */
        get: operations["machines_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这是什么系统:示例或正式,今天是哪天 · what this installation is, and which day it is here */
        get: operations["about_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的令牌 · My own tokens, newest first */
        get: operations["signIn_tokens"];
        put?: never;
        /** 用账号密码换取令牌 · A bearer token for account and password */
        post: operations["signIn_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 作废我的一枚令牌 · Revoke one of my tokens */
        delete: operations["signIn_revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 浏览器登录,得到 HttpOnly cookie · Sign in with a cookie */
        post: operations["signIn_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 · Sign out: the token in use ends */
        post: operations["signIn_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁,能做什么 · Who I am and what I may do */
        get: operations["signIn_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改我的密码,其他令牌随即作废 · Change my password; my other tokens end */
        put: operations["signIn_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号列表 · Accounts that hold something in my scope */
        get: operations["users_list"];
        put?: never;
        /** 新建账号 · Add an account */
        post: operations["users_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个账号 · One account */
        get: operations["users_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 改名、停用或启用 · Rename, disable or enable */
        patch: operations["users_change"];
        trace?: never;
    };
    "/v1/users/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 设定权限 · Set what the account may do */
        put: operations["users_setGrants"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 重设密码,令牌随即作废 · Reset the password; all tokens end */
        put: operations["users_resetPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号在哪里登录 · Where an account is signed in, newest first */
        get: operations["userTokens_tokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 作废账号的一枚令牌 · End one sign-in of an account */
        delete: operations["userTokens_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁对什么做了什么,最近的在前 · who did what to what, newest first */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 培训班列表 · list classes */
        get: operations["classes_list"];
        put?: never;
        /** 新建培训班(草稿),可带首批课次 · create a class as a draft, with its first sessions */
        post: operations["classes_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个培训班 · one class */
        get: operations["classes_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改培训班 · change a class */
        patch: operations["classes_change"];
        trace?: never;
    };
    "/v1/classes/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布、开班、结班、取消、作废 · move a class along its states */
        post: operations["classes_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 花名册 · the roster, whole */
        get: operations["classSheets_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes/{id}/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 考勤表:人员 × 半天 · attendance, people × half-days */
        get: operations["classSheets_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes/{id}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可作的变更与后果、已计入的数 · what may become of a class, and what it counts */
        get: operations["classOutlook_outlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/class-heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可任班主任的账号 · accounts that may head a class */
        get: operations["classHeads_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 课程列表,全县可见 · list courses, county-wide */
        get: operations["courses_list"];
        put?: never;
        /** 新增课程 · add a course */
        post: operations["courses_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一门课程 · one course */
        get: operations["courses_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改课程 · change a course */
        patch: operations["courses_change"];
        trace?: never;
    };
    "/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 手机列表 · Phones of accounts that hold something in my scope */
        get: operations["devices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一部手机 · One phone */
        get: operations["devices_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 为教师或一个账号(班主任)出登记码,一部手机用一次,24 小时有效 · A code for one phone of an instructor or an account, for a day */
        post: operations["devices_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用手机:不再给它名单,它还没交的照收,请人核对 · Revoke: it is given nothing, what waits on it is taken and flagged */
        post: operations["devices_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/field/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 手机凭登记码得到自己的令牌;回答丢了可以再来 · A phone’s own token for a code; the same phone may ask again */
        post: operations["fieldEnrollment_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报名列表 · list enrolments */
        get: operations["enrollments_list"];
        put?: never;
        /** 列入花名册 · put people on a roster */
        post: operations["enrollments_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrollments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条报名 · one enrolment */
        get: operations["enrollments_one"];
        put?: never;
        post?: never;
        /** 移出花名册 · take a person off a roster */
        delete: operations["enrollments_takeOff"];
        options?: never;
        head?: never;
        /** 修改学号、组别,null 为清空 · correct number and team, null clears */
        patch: operations["enrollments_change"];
        trace?: never;
    };
    "/v1/classes/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 学员卡:没有卡的出一张,有的照旧 · the cards of a roster; who has none gets one */
        post: operations["cards_cards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes/{id}/cards/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 换一张卡,旧卡作废 · another card in the place of a lost one */
        post: operations["cards_renewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/field/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 交登记:每条一个结果,顺序如来 · hand over marks; a verdict each, in the order sent */
        post: operations["field_marks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/field/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 离线包:七天前至十四天后 · the offline pack, 7 days back to 14 ahead */
        get: operations["field_served"];
        put?: never;
        /** 同一离线包,cursor 在请求内容里 · the same pack, the cursor in the body */
        post: operations["field_servedAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/field/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的课次,日期同离线包,没有名单 · one’s own sessions on the days of the pack, without rosters */
        get: operations["field_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统计:人次、人数、批次、场次 · figures, cut as asked */
        get: operations["figures_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/bulletin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通报口径两行 · the two lines of the bulletin */
        get: operations["figures_bulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开一个数:各行之和即该数 · open a number; the values sum to it */
        get: operations["figures_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 为什么是这个数:计入与未计入 · what was counted and what was left out */
        get: operations["figures_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按教学点:场次、到课、清点 · by teaching site */
        get: operations["partedFigures_sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按教师:授课场次、到课、清点 · by instructor */
        get: operations["partedFigures_instructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/breakdowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 实名人次的构成:女、少数民族、35岁及以下、大专及以上 · who the registered are */
        get: operations["partedFigures_whom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/founding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这个县建好了没有 · whether this county has been set up */
        get: operations["founding_state"];
        put?: never;
        /** 建县和第一个管理员 · set up the county and its first administrator */
        post: operations["founding_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/here/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 看到会场码的人领一张登记票 · who has seen the code of a hall gets a ticket */
        post: operations["hall_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/here/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 本人登记到课;回答丢了可以再来 · a person signs in; may be sent again */
        post: operations["hall_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/hall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大屏幕上的会场码:何时可登记,多少人已登记 · the hall code on a big screen: when it works, who has signed in */
        get: operations["hallScreen_screen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/classes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 培训班及其课次的修改历史,最近的在前 · who changed what of a class and its sessions, newest first */
        get: operations["classHistory_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员记录的修改历史,最近的在前 · who changed what of a person, newest first */
        get: operations["personHistory_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teaching-sites/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修改历史,最近的在前 · who changed what of it, newest first */
        get: operations["registerHistories_sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/training-bases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修改历史,最近的在前 · who changed what of it, newest first */
        get: operations["registerHistories_bases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修改历史,最近的在前 · who changed what of it, newest first */
        get: operations["registerHistories_routes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instructors/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 修改历史,最近的在前 · who changed what of it, newest first */
        get: operations["registerHistories_instructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位的修改历史,最近的在前 · who changed what of a unit, newest first */
        get: operations["unitHistory_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我可以导入什么,各有哪些列 · what I may import, and the columns of each */
        get: operations["importFiles_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入模板 · an empty workbook of this kind, with what each column takes */
        get: operations["importFiles_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各工作表的前二十行,及其列的对应 · the top of each sheet, and how its columns are read */
        get: operations["importFiles_tops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明表头和各列,重新检查 · say where header and columns are; it is checked anew */
        post: operations["importFiles_tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/skipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 没有当作数据的行:合计、空行、重复的表头 · rows that are no data, and why */
        get: operations["importFiles_skipped"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/faults.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有误的行,原样附原因 · the faulty rows as they were sent, each with its reason */
        get: operations["importFiles_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入记录,最近的在前 · imports, newest first */
        get: operations["imports_list"];
        put?: never;
        /** 上传工作簿并检查 · send a workbook to be checked */
        post: operations["imports_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次导入的进展 · one import and how far it is */
        get: operations["imports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 逐行判定 · the verdict of each row */
        get: operations["imports_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新检查:没有写入过的,例如已取消的 · check once more what nothing was written from */
        post: operations["imports_checkAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写入已检查的工作簿 · apply what was checked */
        post: operations["imports_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消正在进行的检查、写入或撤回 · call off a check, an application or a revert under way */
        post: operations["imports_callOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 整批撤回 · undo the whole import */
        post: operations["imports_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 教师列表,全县可见 · list instructors, county-wide */
        get: operations["instructors_list"];
        put?: never;
        /** 新增教师 · add an instructor */
        post: operations["instructors_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instructors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一位教师 · one instructor */
        get: operations["instructors_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改教师 · change an instructor */
        patch: operations["instructors_change"];
        trace?: never;
    };
    "/v1/marks/unsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 收手机导出的待发文件,如同手机自己交来 · take the file of what waits on a phone, as if the phone had come */
        post: operations["unsent_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记列表,可只列待处理的 · list marks, all or only those that need somebody */
        get: operations["marks_list"];
        put?: never;
        /** 在控制台登记,以 replaces 解决争议 · mark at the console; naming what it replaces settles a dispute */
        post: operations["marks_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marks/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理待定登记 · admit, reject, or match a mark that waits */
        post: operations["marks_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员列表 · list people */
        get: operations["people_list"];
        put?: never;
        /** 登记人员 · put a person on the register */
        post: operations["people_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查找人员:与列表相同,条件不写进地址 · the same list, with what is looked for kept out of the address */
        post: operations["people_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个人员 · one person */
        get: operations["people_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改人员信息 · change what is known of a person */
        patch: operations["people_change"];
        trace?: never;
    };
    "/v1/people/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任职 · record a term in a position */
        post: operations["positions_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/positions/{positionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 卸任 · set the last day of a term; If-Match is the position’s version */
        patch: operations["positions_end"];
        trace?: never;
    };
    "/v1/people/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调动单位 · the person belongs to another unit from a day on */
        post: operations["personEvents_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入另一记录(同一人) · two records are one person */
        post: operations["personEvents_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销合并 · take a merge back */
        post: operations["personEvents_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 查看完整号码(留痕) · show a number in full; who and why is kept */
        post: operations["personEvents_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 培训档案:上过的班和到课次数 · classes of a person, with what they attended */
        get: operations["personRecord_classes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/twins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 疑似同一人的其他记录 · other records that may be the same person, twenty at most */
        get: operations["personRecord_others"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合并或撤销合并后统计的变化,只算不存 · what a merge would do to the figures; nothing is kept */
        get: operations["personRecord_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/field/photos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 交一张照片,编号由手机编 · hand over a photo, under the id that the phone made */
        put: operations["photos_take"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个课次的照片 · the photos of a session */
        get: operations["photos_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/photos/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 照片 · the photo itself */
        get: operations["photos_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/photos/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 删除照片,写明原因 · destroy a photo, saying why */
        post: operations["photos_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台工作的进展 · how work for later stands */
        get: operations["queues_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 课次列表,按日期 · list sessions by date */
        get: operations["sessions_list"];
        put?: never;
        /** 排课次 · put a session into the timetable */
        post: operations["timetable_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个课次 · one session */
        get: operations["sessions_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改课次 · change a session */
        patch: operations["timetable_change"];
        trace?: never;
    };
    "/v1/sessions/{id}/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 线路各站的到站时刻和人数;不走线路为空 · when it came to each stop of its route; empty without one */
        get: operations["sessions_arrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消、恢复、作废 · cancel, put back, declare void */
        post: operations["timetable_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/viewing-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 增加集中收看点 · add a viewing point */
        post: operations["viewingPoints_addOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/viewing-points/{pointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除没有登记的收看点;If-Match 是课次的版本 · take away a viewing point; If-Match is the session’s version */
        delete: operations["viewingPoints_takeAway"];
        options?: never;
        head?: never;
        /** 修改收看点;If-Match 是课次的版本 · correct a viewing point; If-Match is the session’s version */
        patch: operations["viewingPoints_change"];
        trace?: never;
    };
    "/v1/head-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人数报送列表,可只列待核实的 · list reported heads, all or only those that wait to be verified */
        get: operations["headCounts_worklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/head-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个课次的全部清点 · every count reported for a session */
        get: operations["headCounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/head-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 报现场人数,取代此前所报 · say how many stood there, in place of everything said before */
        put: operations["headCounts_say"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/head-counts/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核实 · confirm a reported head count */
        post: operations["headCounts_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/training-bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 培训基地列表,全县可见 · list training bases, county-wide */
        get: operations["trainingBases_list"];
        put?: never;
        /** 新增培训基地 · add a training base */
        post: operations["trainingBases_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/training-bases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个培训基地 · one training base */
        get: operations["trainingBases_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改培训基地 · change a training base */
        patch: operations["trainingBases_change"];
        trace?: never;
    };
    "/v1/teaching-sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 现场教学点列表,全县可见 · list teaching sites, county-wide */
        get: operations["teachingSites_list"];
        put?: never;
        /** 新增现场教学点 · add a teaching site */
        post: operations["teachingSites_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teaching-sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个现场教学点 · one teaching site */
        get: operations["teachingSites_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改现场教学点 · change a teaching site */
        patch: operations["teachingSites_change"];
        trace?: never;
    };
    "/v1/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 学习线路列表,全县可见 · list learning routes, county-wide */
        get: operations["routes_list"];
        put?: never;
        /** 新增学习线路 · add a learning route */
        post: operations["routes_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条学习线路 · one learning route */
        get: operations["routes_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改学习线路 · change a learning route */
        patch: operations["routes_change"];
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位列表:本单位及下级 · list one’s units and what is under them */
        get: operations["units_list"];
        put?: never;
        /** 增设单位 · add a unit */
        post: operations["units_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个单位 · one unit */
        get: operations["units_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 单位更名、打开或关闭照片 · rename a unit, switch photos on or off */
        patch: operations["units_change"];
        trace?: never;
    };
    "/v1/units/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销或并入他单位 · retire a unit, in favour of another */
        post: operations["units_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位的上级、承接和曾用名 · what stands above a unit, what took over, what it was called */
        get: operations["unitPlace_place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等我处理的有多少 · how much waits for me */
        get: operations["waiting_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        DemoSignInView: {
            account: string;
            name: string;
            /** @enum {string} */
            bundle: "admin" | "auditor" | "organiser" | "townOrganiser" | "classHead" | "instructor" | "reporter" | "official";
        };
        AboutView: {
            /**
             * @description 示例、试用或正式 · a demonstration, a county, a county in earnest
             * @enum {string}
             */
            mode: "demo" | "county" | "production";
            /**
             * Format: date
             * @description 服务器的今天(Asia/Shanghai)· today where the county is
             */
            today: string;
            /** @description 统计先看的一年 · the year that figures open with */
            year: number;
            /** @description 示例账号的密码,仅示例 · of the demonstration’s accounts */
            password: string | null;
            /** @description 示例账号,正式环境为空 · none in a real county */
            signIns: components["schemas"]["DemoSignInView"][];
        };
        TokenRequest: {
            /** @description 账号 · account */
            account: string;
            /** @description 密码 · password */
            password: string;
            /** @description 给这枚令牌起的名字 · what you call this token */
            label: string;
            /** @description 第二因素:可以发送,目前尚不核对 · second factor: may be sent, is not checked yet */
            code?: string;
        };
        IssuedToken: {
            id: string;
            /** @description 只显示一次 · shown once */
            token: string;
            /** Format: date-time */
            expiresAt: string;
        };
        TokenView: {
            id: string;
            /** @enum {string} */
            kind: "bearer" | "cookie";
            label: string;
            /** @description 正在使用的这一枚 · the one in use now */
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
        };
        SignInRequest: {
            /** @description 账号 · account */
            account: string;
            /** @description 密码 · password */
            password: string;
            /** @description 第二因素:可以发送,目前尚不核对 · second factor: may be sent, is not checked yet */
            code?: string;
        };
        GrantView: {
            /** @enum {string} */
            bundle: "admin" | "auditor" | "organiser" | "townOrganiser" | "classHead" | "instructor" | "reporter" | "official";
            unitId: string;
            unitName: string;
        };
        MeView: {
            id: string;
            /** @description 账号 · account */
            account: string;
            name: string;
            instructorId: string | null;
            disabled: boolean;
            grants: components["schemas"]["GrantView"][];
            version: number;
            /** @description 至少对一个单位拥有的权限 · held for some unit */
            permissions: ("accounts.read" | "accounts.manage" | "audit.read" | "units.read" | "units.manage" | "people.read" | "people.manage" | "people.merge" | "people.reveal" | "catalogue.read" | "catalogue.manage" | "classes.read" | "classes.manage" | "rosters.read" | "rosters.manage" | "attendance.read" | "attendance.mark" | "attendance.settle" | "headCount.report" | "headCount.verify" | "figures.read" | "imports.run" | "imports.history" | "devices.manage")[];
        };
        PasswordChange: {
            /** @description 密码 · password */
            current: string;
            /** @description 至少 10 个字符 · at least 10 characters */
            next: string;
        };
        UserView: {
            id: string;
            /** @description 账号 · account */
            account: string;
            name: string;
            instructorId: string | null;
            disabled: boolean;
            grants: components["schemas"]["GrantView"][];
            version: number;
        };
        GrantRequest: {
            /** @enum {string} */
            bundle: "admin" | "auditor" | "organiser" | "townOrganiser" | "classHead" | "instructor" | "reporter" | "official";
            /** @description 单位及其下属 · a unit and everything under it */
            unitId: string;
        };
        UserRequest: {
            /** @description 账号 · account */
            account: string;
            name: string;
            /** @description 至少 10 个字符 · at least 10 characters */
            password: string;
            grants: components["schemas"]["GrantRequest"][];
            /** @description 以此账号登录的教师 · the instructor who signs in with it */
            instructorId?: string | null;
        };
        ChangedUser: {
            id: string;
            version: number;
        };
        UserChange: {
            name?: string;
            /** @description 停用 · shut the account; its tokens end */
            disabled?: boolean;
        };
        GrantsRequest: {
            grants: components["schemas"]["GrantRequest"][];
        };
        PasswordReset: {
            /** @description 至少 10 个字符 · at least 10 characters */
            password: string;
        };
        AuditFactView: {
            name: string;
            /** @description 修改前的值,空为没有 · what it was, where a value was changed */
            from?: string;
            value: string;
        };
        AuditEntryView: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description null:系统 · null: the product itself */
            account: string | null;
            name: string | null;
            action: string;
            noun: string;
            nounId: string;
            /** @description 它的名称;null:已不在,或不在权限内 · what it is called; null: gone, or not yours to see */
            label: string | null;
            /** @description 编号和非个人的值 · ids and values that are not personal */
            facts: components["schemas"]["AuditFactView"][];
            requestId: string;
        };
        ClassLabels: {
            hosts: string[];
            deliveringUnit: string | null;
            supportingUnits: string[];
            village: string | null;
            course: string | null;
            head: string | null;
        };
        ClassView: {
            id: string;
            code: string | null;
            name: string;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            deliveryMode: "inPerson" | "live" | "homeVisit";
            /** @enum {string} */
            roster: "open" | "closed";
            /** @enum {string} */
            state: "draft" | "published" | "running" | "closed" | "cancelled" | "void";
            coreProgramme: boolean;
            series: string | null;
            runNumber: number | null;
            courseId: string | null;
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
            hosts: string[];
            deliveringUnitId: string | null;
            supportingUnits: string[];
            villageId: string | null;
            /** @description 班主任账号 */
            headUserId: string | null;
            contact: string | null;
            /** @description 已排课次,不含取消与作废 · sessions in the timetable */
            sessions: number;
            /** @description 花名册人数 · people on the roster */
            enrolled: number;
            labels: components["schemas"]["ClassLabels"];
            version: number;
        };
        LessonFields: {
            code?: string | null;
            topic: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            /** Format: time */
            startsAt?: string | null;
            /** Format: time */
            endsAt?: string | null;
            courseId?: string | null;
            instructorIds?: string[];
            siteId?: string | null;
            /** @description 学习线路,各站成为检查点 · its stops become checkpoints */
            routeId?: string | null;
            place?: string | null;
            /** @description 清点人数归属单位 · whose unnamed heads */
            forUnitId?: string | null;
        };
        ClassFields: {
            name: string;
            code?: string | null;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            deliveryMode?: "inPerson" | "live" | "homeVisit";
            /** @enum {string} */
            roster?: "open" | "closed";
            /** @description 主体班次 */
            coreProgramme?: boolean;
            /** @description 系列 · series */
            series?: string | null;
            /** @description 期 · run */
            runNumber?: number | null;
            courseId?: string | null;
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
            /** @description 主办单位,第一个为准 · hosts, the first is of record */
            hosts: string[];
            /** @description 承办单位 */
            deliveringUnitId?: string | null;
            /** @description 协办单位 */
            supportingUnits?: string[];
            /** @description 村级班所在村 */
            villageId?: string | null;
            /** @description 班主任账号 · the account of the class head */
            headUserId?: string | null;
            contact?: string | null;
            /** @description 随班排入的课次,同成同败 · first sessions: all with the class or nothing */
            sessions?: components["schemas"]["LessonFields"][];
        };
        ClassChangeFields: {
            name?: string;
            /** @enum {string} */
            deliveryMode?: "inPerson" | "live" | "homeVisit";
            /** @enum {string} */
            roster?: "open" | "closed";
            coreProgramme?: boolean;
            /** @description 系列 · series */
            series?: string | null;
            /** @description 期 · run */
            runNumber?: number | null;
            courseId?: string | null;
            /** Format: date */
            startsOn?: string;
            /** Format: date */
            endsOn?: string;
            hosts?: string[];
            deliveringUnitId?: string | null;
            supportingUnits?: string[];
            villageId?: string | null;
            headUserId?: string | null;
            contact?: string | null;
        };
        ClassStateFields: {
            /** @enum {string} */
            to: "draft" | "published" | "running" | "closed" | "cancelled" | "void";
            reason?: string;
        };
        RosterEntry: {
            /** @description 报名编号 · enrolment */
            id: string;
            personId: string;
            name: string;
            unit: string;
            last4: string | null;
            rosterNo: number | null;
            team: string | null;
            version: number;
        };
        RosterView: {
            classId: string;
            people: components["schemas"]["RosterEntry"][];
        };
        GridClassView: {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            roster: "open" | "closed";
            /**
             * @description 已结班的班次,新登记须经处理才计入 · in a closed class new marks wait
             * @enum {string}
             */
            state: "draft" | "published" | "running" | "closed" | "cancelled" | "void";
        };
        GridSessionView: {
            id: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            topic: string;
            /** @enum {string} */
            state: "scheduled" | "cancelled" | "void";
            /** @description 可由你登记 · yours to mark */
            mayMark: boolean;
            /** @description 今天登记即为迟报 · what is marked today comes late */
            lateToday: boolean;
        };
        GridCellView: {
            /** @description 第几次点名 · roll call of the half-day */
            slot: number;
            /** @enum {string} */
            status: "present" | "late" | "leftEarly" | "onLeave" | "absent";
            /** @description 几条有效登记不一致 · live marks disagree */
            disputed: boolean;
            live: string[];
            /**
             * @description 起作用的那一条的方式 · of the mark that decided
             * @enum {string}
             */
            method: "roll" | "qr" | "code" | "assisted" | "paper" | "lateEntry" | "import";
            /** @enum {string} */
            origin: "import" | "self" | "field" | "console";
            /** @description 迟报 · late */
            late: boolean;
            /** @description 收看点,更正时须照写 · the room; a correction names it again */
            viewingPointId: string | null;
        };
        WaitingMarkView: {
            /** Format: uuid */
            id: string;
            slot: number;
            /** @enum {string} */
            status: "present" | "late" | "leftEarly" | "onLeave" | "absent";
        };
        GridPersonView: {
            personId: string;
            name: string;
            unit: string;
            last4: string | null;
            rosterNo: number | null;
            /** @description 按课次编号,没有登记的课次不列 · by session id; sessions without a mark are left out */
            cells: {
                [key: string]: components["schemas"]["GridCellView"][];
            };
            /** @description 等待决定的登记,尚未生效 · by session id: marks that wait for a decision */
            waiting: {
                [key: string]: components["schemas"]["WaitingMarkView"][];
            };
        };
        GridView: {
            classId: string;
            class: components["schemas"]["GridClassView"];
            sessions: components["schemas"]["GridSessionView"][];
            people: components["schemas"]["GridPersonView"][];
        };
        ClassMoveView: {
            /** @enum {string} */
            to: "draft" | "published" | "running" | "closed" | "cancelled" | "void";
            /**
             * @description 不能变更的原因 · why it would be refused
             * @enum {string|null}
             */
            refusal: "malformedBody" | "invalidFields" | "invalidParameters" | "malformedText" | "tooDeep" | "cursorInvalid" | "periodInvalid" | "bodyTooLarge" | "headTooLarge" | "requestMalformed" | "requestTimeout" | "mediaTypeUnsupported" | "notSignedIn" | "signInFailed" | "signInLocked" | "forbidden" | "originMismatch" | "notFound" | "methodNotAllowed" | "preconditionRequired" | "versionMismatch" | "idempotencyKeyReused" | "idempotencyKeyInvalid" | "alreadyExists" | "unitNotEmpty" | "unitRetired" | "unitLevelInvalid" | "referenceUnknown" | "datesReversed" | "positionOverlaps" | "identityInvalid" | "identityTaken" | "mergeWithSelf" | "alreadyFounded" | "alreadyMerged" | "notMerged" | "personMerged" | "transitionNotAllowed" | "classNeedsSession" | "classHeld" | "classFinished" | "kindNeedsRoute" | "kindMismatch" | "dateOutsideClass" | "sessionNotOpen" | "viewingPointInUse" | "leadClassMissing" | "capacityExceeded" | "alreadyEnrolled" | "rosterTooLong" | "sessionUnknown" | "personUnknown" | "markMalformed" | "markConflict" | "offRoster" | "classClosed" | "sessionCancelled" | "sessionVoid" | "viewingPointGone" | "outsidePack" | "recordDateForbidden" | "selfVerification" | "alreadyVerified" | "nothingToDecide" | "invitationUnknown" | "invitationUsed" | "invitationExpired" | "deviceRevoked" | "accountDisabled" | "accountCannotMark" | "deviceNotEnrolled" | "unsentFileInvalid" | "unsentFileNewer" | "unsentFileAltered" | "unsentNotSealed" | "photosOff" | "photosFull" | "photoInvalid" | "photoConflict" | "hallCodeWrong" | "hallEarly" | "hallOver" | "hallTicketEnded" | "hallTicketUsed" | "hallNotFound" | "importKindUnknown" | "notAWorkbook" | "headerMissing" | "importNotChecked" | "importNotApplied" | "importEffectsUnknown" | "importInUse" | "fileMissing" | "tooManyRequests" | "unavailable" | "unexpected" | null;
            /** @description 妨碍变更的已举办课次 · sessions held that stand against it */
            held: number;
            /** @description 一并取消的课次 · sessions cancelled with it */
            cancels: number;
        };
        ClassFiguresView: {
            batches: number;
            sessionsHeld: number;
            /** @description 人次,实名 */
            registered: number;
            /** @description 人数 */
            people: number;
            /** @description 人次,清点 */
            declared: number;
            /** @description 未核实 */
            unverified: number;
            /** @description 到课人次 */
            attendances: number;
            /** @description 登记不一致的到课 · attendances whose marks disagree */
            disputed: number;
        };
        ClassOutlookView: {
            /** @description 可以修改本班 · the class is yours to change */
            manages: boolean;
            moves: components["schemas"]["ClassMoveView"][];
            /** @description 按已编制的统计 · as compiled */
            figures: components["schemas"]["ClassFiguresView"];
        };
        ClassHeadView: {
            id: string;
            account: string;
            name: string;
        };
        CourseView: {
            id: string;
            unitId: string;
            name: string;
            code: string | null;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            subject: string | null;
            /** @description 提纲 · outline */
            outline: string | null;
            version: number;
        };
        CourseFields: {
            unitId: string;
            name: string;
            code?: string | null;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            subject?: string | null;
            /** @description 提纲 · outline */
            outline?: string | null;
        };
        CourseChangeFields: {
            unitId?: string;
            name?: string;
            subject?: string | null;
            /** @description 提纲 · outline */
            outline?: string | null;
        };
        DeviceView: {
            id: string;
            userId: string;
            account: string;
            name: string;
            instructorId: string | null;
            /** @description 手机的名字 · what the phone is called */
            label: string | null;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description 应用的版本 · version of the app */
            app: string | null;
            /** @description 手机上还在等的条数,手机最后说的 · what waits on it, as it last said */
            waiting: number | null;
            /** @description 服务器的钟比手机快几秒 · by how many seconds the server’s clock is ahead */
            skewSeconds: number | null;
            /** @description 浏览器清掉时还没交的条数,不论谁的 · records of whomever, not yet sent when the browser cleared the phone */
            lost: number | null;
            /** @description 当时是谁的手机 · whose phone it was */
            lostOf: string | null;
            /**
             * Format: date-time
             * @description 手机何时说的 · when it said so
             */
            lostAt: string | null;
            /** @description 凭登记码登记过 · let in by an invitation */
            enrolled: boolean;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description 要它忘掉名单 · told to forget whom it knows */
            wipe: boolean;
        };
        InvitationRequest: {
            /** @description 为哪位教师登记手机,与 userId 二者填一 · the instructor whose phone it is to be: this or userId */
            instructorId?: string;
            /** @description 或为哪个账号,如班主任的 · or the account, as of a class head: this or instructorId */
            userId?: string;
        };
        InvitationView: {
            /** @description 只显示一次 · shown once */
            code: string;
            /** Format: date-time */
            expiresAt: string;
            name: string;
        };
        RevocationRequest: {
            /** @description 同时让手机忘掉名单 · the phone is to forget names and token, too */
            wipe: boolean;
        };
        PhoneLossFields: {
            /** @description 浏览器清掉时还没交的条数,不论谁的 · records of whomever, not yet sent when the browser cleared the phone */
            count: number;
            /** @description 当时是谁的手机 · whose phone it was */
            of: string;
        };
        FieldEnrollmentRequest: {
            /** @description 登记码 · the code of the invitation */
            code: string;
            /**
             * Format: uuid
             * @description 手机自己编的编号 · made by the phone
             */
            deviceId: string;
            /** @description 手机的名字 · what the phone is called */
            label?: string;
            /** @description 被浏览器清掉过的手机说 · told by a phone that was cleared */
            lost?: components["schemas"]["PhoneLossFields"];
        };
        EnrolledDeviceView: {
            /** @description 只显示一次 · shown once */
            token: string;
            name: string;
            /** @description 手机凭它分清各人的登记:教师的编号,不是教师的为 user#账号编号 · tells the records of one holder from those of another: the instructor’s id, or user# and that of the account */
            holder: string;
            /** @description 同上,供旧版应用 · the same, as apps of before read it */
            instructor: string;
        };
        EnrollmentView: {
            id: string;
            classId: string;
            personId: string;
            name: string;
            unitId: string;
            rosterNo: number | null;
            team: string | null;
            /** Format: date */
            enrolledOn: string;
            version: number;
        };
        EnrolledPerson: {
            /** @description 学号 · number on the roster */
            rosterNo?: number | null;
            /** @description 组别 · team */
            team?: string | null;
            personId: string;
        };
        EnrollmentFields: {
            classId: string;
            people: components["schemas"]["EnrolledPerson"][];
        };
        EnrolledView: {
            ids: string[];
        };
        EnrollmentChangeFields: {
            /** @description 学号 · number on the roster */
            rosterNo?: number | null;
            /** @description 组别 · team */
            team?: string | null;
        };
        CardView: {
            personId: string;
            name: string;
            unit: string;
            rosterNo: number | null;
            /** @description 卡上的码 · what the card holds */
            code: string;
            /** @description 这一次才出的 · made by this call */
            isNew: boolean;
        };
        CardsView: {
            /** @description 顺序如花名册 · in roster order */
            cards: components["schemas"]["CardView"][];
        };
        CardRenewalFields: {
            personId: string;
        };
        DeviceReportFields: {
            /** @description 应用的版本 · version of the app */
            app: string;
            /** @description 手机上还在等的条数,不含这一包 · what still waits on the phone, without this packet */
            waiting: number;
            /**
             * Format: date-time
             * @description 手机发出时的时间 · the phone’s clock as this leaves
             */
            sentAt: string;
        };
        WalkInShape: {
            name: string;
            village?: string;
            /** @description 手机号后四位 */
            phoneTail?: string;
        };
        MarkEventShape: {
            /**
             * Format: uuid
             * @description 客户端生成的编号,重发时不变 · made by the client, the same when sent again
             */
            id: string;
            sessionId: string;
            /** @description 第几次点名,缺省 1 · roll call of the half-day, 1 unless told */
            slot?: number;
            /** @description 与 walkIn 二选一 · either this or walkIn */
            personId?: string;
            walkIn?: components["schemas"]["WalkInShape"];
            /** @description 收看点,缺省为主课堂 · the main room unless told */
            viewingPointId?: string;
            /** @enum {string} */
            status: "present" | "late" | "leftEarly" | "onLeave" | "absent";
            /** @enum {string} */
            method: "roll" | "qr" | "code" | "assisted" | "paper" | "lateEntry" | "import";
            /**
             * Format: date-time
             * @description 手机的时间,只留存 · the phone’s clock, kept and never believed
             */
            at: string;
            /** @description 本条取代的各条的编号 · ids of those whose place it takes */
            replaces?: string[];
            note?: string;
            /** @description 事由 */
            reason?: string;
            /** @description 见证人 */
            witness?: string;
        };
        HeadCountEventShape: {
            /**
             * Format: uuid
             * @description 客户端生成的编号,重发时不变 · made by the client, the same when sent again
             */
            id: string;
            sessionId: string;
            /** @description 收看点,缺省为主课堂 · the main room unless told */
            viewingPointId?: string;
            /** @enum {string} */
            mode: "replace" | "add";
            count: number;
            /** @enum {string} */
            method: "counted" | "estimated";
            countedBy: string;
            /** Format: date-time */
            at: string;
            /** @description 本条取代的各条的编号 · ids of those whose place it takes */
            replaces?: string[];
            note?: string;
        };
        PacketFields: {
            /**
             * Format: uuid
             * @description 手机自己编的编号;用手机自己的令牌时以令牌为准 · made by the phone; its own token outweighs it
             */
            deviceId: string;
            /** @description 手机说的自己的情况 · what the phone says of itself */
            device?: components["schemas"]["DeviceReportFields"];
            marks: components["schemas"]["MarkEventShape"][];
            headCounts?: components["schemas"]["HeadCountEventShape"][];
        };
        VerdictView: {
            /** @description 原样写回 · as it came */
            id: string;
            /** @enum {string} */
            verdict: "accepted" | "already" | "conflict" | "review" | "refused";
            /** @enum {string} */
            code?: "malformedBody" | "invalidFields" | "invalidParameters" | "malformedText" | "tooDeep" | "cursorInvalid" | "periodInvalid" | "bodyTooLarge" | "headTooLarge" | "requestMalformed" | "requestTimeout" | "mediaTypeUnsupported" | "notSignedIn" | "signInFailed" | "signInLocked" | "forbidden" | "originMismatch" | "notFound" | "methodNotAllowed" | "preconditionRequired" | "versionMismatch" | "idempotencyKeyReused" | "idempotencyKeyInvalid" | "alreadyExists" | "unitNotEmpty" | "unitRetired" | "unitLevelInvalid" | "referenceUnknown" | "datesReversed" | "positionOverlaps" | "identityInvalid" | "identityTaken" | "mergeWithSelf" | "alreadyFounded" | "alreadyMerged" | "notMerged" | "personMerged" | "transitionNotAllowed" | "classNeedsSession" | "classHeld" | "classFinished" | "kindNeedsRoute" | "kindMismatch" | "dateOutsideClass" | "sessionNotOpen" | "viewingPointInUse" | "leadClassMissing" | "capacityExceeded" | "alreadyEnrolled" | "rosterTooLong" | "sessionUnknown" | "personUnknown" | "markMalformed" | "markConflict" | "offRoster" | "classClosed" | "sessionCancelled" | "sessionVoid" | "viewingPointGone" | "outsidePack" | "recordDateForbidden" | "selfVerification" | "alreadyVerified" | "nothingToDecide" | "invitationUnknown" | "invitationUsed" | "invitationExpired" | "deviceRevoked" | "accountDisabled" | "accountCannotMark" | "deviceNotEnrolled" | "unsentFileInvalid" | "unsentFileNewer" | "unsentFileAltered" | "unsentNotSealed" | "photosOff" | "photosFull" | "photoInvalid" | "photoConflict" | "hallCodeWrong" | "hallEarly" | "hallOver" | "hallTicketEnded" | "hallTicketUsed" | "hallNotFound" | "importKindUnknown" | "notAWorkbook" | "headerMissing" | "importNotChecked" | "importNotApplied" | "importEffectsUnknown" | "importInUse" | "fileMissing" | "tooManyRequests";
        };
        DeviceStandingView: {
            /** @description 这部手机已停用,登记照收,请人核对 · this phone is revoked: its marks are kept and flagged */
            revoked: boolean;
            /** @description 交完后请忘掉名单和令牌 · forget names and token once nothing waits */
            wipe: boolean;
        };
        PacketAnswerView: {
            /** @description 每条一个,顺序如来 · one each, in the order sent */
            verdicts: components["schemas"]["VerdictView"][];
            /** Format: date-time */
            serverTime: string;
            device: components["schemas"]["DeviceStandingView"];
        };
        PackStopView: {
            position: number;
            siteId: string;
            name: string;
            /**
             * Format: date-time
             * @description 到站:最早一条到课登记,到分钟 · when the first was marked there, to the minute
             */
            arrivedAt: string | null;
        };
        PackPointView: {
            id: string;
            name: string;
        };
        PackMarkView: {
            /** Format: uuid */
            id: string;
            slot: number;
            /** @enum {string} */
            status: "present" | "late" | "leftEarly" | "onLeave" | "absent";
            /** @description 收看点,主课堂不写 · the room, absent for the main one */
            viewingPointId?: string;
            /**
             * @description 来源,现场的不写 · where it comes from, absent for the field
             * @enum {string}
             */
            origin?: "import" | "self" | "field" | "console";
        };
        PackPersonView: {
            personId: string;
            name: string;
            unit: string;
            /** @description 手机号或身份证号后四位 */
            last4: string | null;
            /** @enum {string} */
            audience: "cadre" | "partyMember" | "backbone" | "public";
            /** @description 学员卡的摘要 · digests of their cards */
            cards: string[];
            /** @description 有效的登记,更正时写入 replaces · marks in force: a correction names them in replaces */
            live: components["schemas"]["PackMarkView"][];
            /** @description 等待决定的登记,尚未生效 · marks that wait for a decision, not in force */
            waiting: components["schemas"]["PackMarkView"][];
        };
        PackWalkInView: {
            name: string;
            village: string | null;
            /** @description 手机号后四位 */
            phoneTail: string | null;
            /** @description 已对上人,那人不在花名册上 · matched to somebody on no roster of the session */
            matched: boolean;
            live: components["schemas"]["PackMarkView"][];
            waiting: components["schemas"]["PackMarkView"][];
        };
        PackHeadCountView: {
            /** Format: uuid */
            id: string;
            /** @description 收看点,主课堂不写 · the room, absent for the main one */
            viewingPointId?: string;
            /** @enum {string} */
            mode: "replace" | "add";
            count: number;
            /** @enum {string} */
            method: "counted" | "estimated";
            countedBy: string;
            /** @description 已核实 · verified */
            verified: boolean;
            /** @description 另有未核实的一报取代它 · a report that nobody has verified yet takes its place */
            replaced: boolean;
            /**
             * @description 来源,现场的不写 · where it comes from, absent for the field
             * @enum {string}
             */
            origin?: "import" | "self" | "field" | "console";
        };
        PackSessionView: {
            id: string;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            state: "scheduled" | "cancelled" | "void";
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            /** Format: time */
            startsAt: string | null;
            /** Format: time */
            endsAt: string | null;
            topic: string;
            place: string | null;
            classIds: string[];
            leadClassId: string;
            /** @enum {string} */
            rosterKind: "open" | "closed";
            /** @description 会场码由它算出 · the codes of the hall are worked out from it */
            hall: string;
            /** @description 可以拍照 · photos may be taken */
            photos: boolean;
            checkpoints: components["schemas"]["PackStopView"][];
            viewingPoints: components["schemas"]["PackPointView"][];
            roster: components["schemas"]["PackPersonView"][];
            /** @description 名单外的人 · people on no list */
            walkIns: components["schemas"]["PackWalkInView"][];
            /** @description 清点的人数,取代时写入 replaces · head counts: one that takes their place names them in replaces */
            headCounts: components["schemas"]["PackHeadCountView"][];
        };
        PackView: {
            cursor: string;
            sessions: components["schemas"]["PackSessionView"][];
            /** @description 不再发给你的课次 · sessions no longer served */
            removed: string[];
            /** @description 可处理的课次装不下,只含本人的和离今天最近的 · more than a pack holds: your own sessions, and those nearest to today */
            truncated: boolean;
            /** Format: date-time */
            serverTime: string;
        };
        PackRequest: {
            /** @description 上一包的 cursor · cursor of the pack before */
            since?: string;
        };
        OwnSessionView: {
            id: string;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            state: "scheduled" | "cancelled" | "void";
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            topic: string;
            place: string | null;
            /** @description 花名册人数 · people on the rosters of its classes */
            onRoster: number;
        };
        PersonTimesView: {
            /** @description 实名人次 */
            registered: number;
            /** @description 清点人次 */
            declared: number;
        };
        FigureLineView: {
            /** @description 批次 */
            batches: number;
            /** @description 场次 */
            sessionsHeld: number;
            /** @description 送教上门次数 */
            visits: number;
            personTimes: components["schemas"]["PersonTimesView"];
            /** @description 未核实的清点人次 · declared, but not verified yet */
            unverified: number;
            /** @description 未对上人的现场登记 · walk-ins whom nobody has matched */
            unidentified: number;
            /** @description 人数 · distinct people */
            people: number;
            /** @description 到课次数 */
            attendances: number;
            /** @description 有学时以前为空 · null until credit exists */
            creditHours: number | null;
            /** @description 按 by 所分 · as cut by `by` */
            key: {
                kind?: string;
                month?: string;
                village?: string;
                town?: string;
                county?: string;
                audience?: string;
            };
            labels: {
                kind?: string;
                month?: string;
                village?: string;
                town?: string;
                county?: string;
                audience?: string;
            };
        };
        FigureView: {
            /** @description 批次 */
            batches: number;
            /** @description 场次 */
            sessionsHeld: number;
            /** @description 送教上门次数 */
            visits: number;
            personTimes: components["schemas"]["PersonTimesView"];
            /** @description 未核实的清点人次 · declared, but not verified yet */
            unverified: number;
            /** @description 未对上人的现场登记 · walk-ins whom nobody has matched */
            unidentified: number;
            /** @description 人数 · distinct people */
            people: number;
            /** @description 到课次数 */
            attendances: number;
            /** @description 有学时以前为空 · null until credit exists */
            creditHours: number | null;
        };
        FiguresView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            /** @enum {string} */
            basis: "trainee" | "host" | "venue";
            unitId: string;
            unitName: string;
            /** @enum {string} */
            unitLevel: "province" | "city" | "county" | "town" | "village" | "organ";
            rows: components["schemas"]["FigureLineView"][];
            /** @description 问了才有 · only where it was asked for */
            foot: components["schemas"]["FigureLineView"][];
            total: components["schemas"]["FigureView"];
            /** @description 封账以前为空 · empty until periods are closed */
            adjustments: Record<string, never>[];
        };
        BulletinView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            /** @description 批次 */
            batches: number;
            /** @description 场次 */
            sessionsHeld: number;
            /** @description 党员干部和群众骨干人次 */
            backbone: number;
            /** @description 示范培训人次 */
            demonstration: number;
            /** @description 两行之外 · in neither line */
            other: components["schemas"]["PersonTimesView"];
        };
        FigureRowView: {
            classId: string;
            className: string;
            sessionId?: string;
            date: string;
            personId?: string;
            /** @description 无权看人时没有;已离开本单位的只写 movedAway · left out for who may not see people; only movedAway for who has since left */
            person?: {
                name?: string;
                unit?: string;
                movedAway?: boolean;
            };
            value: number;
        };
        FigureRowsView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            items: components["schemas"]["FigureRowView"][];
            /** @description 全部各行之和,随首页给出 · what all rows add up to, with the first page */
            number?: number;
            nextCursor: string | null;
        };
        WhyView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            counted: {
                [key: string]: number;
            };
            leftOut: {
                /** @enum {string} */
                reason: "onLeave" | "absent" | "disputed" | "sessionCancelled" | "sessionVoid" | "classCancelled" | "classVoid" | "offRoster" | "classClosed" | "rejected" | "headsNamed" | "headsNotLargest" | "headsUnverified" | "headsNotHeld" | "alreadyCounted" | "otherPeople" | "peopleUnknown" | "peopleKnown" | "onlyOne" | "noneThere";
                facts: number;
            }[];
        };
        SessionSumsView: {
            /** @description 场次 */
            sessionsHeld: number;
            /** @description 送教上门次数 */
            visits: number;
            /** @description 到课人次 */
            attendances: number;
            /** @description 清点人次 */
            declared: number;
        };
        SiteFigureView: {
            /** @description 场次 */
            sessionsHeld: number;
            /** @description 送教上门次数 */
            visits: number;
            /** @description 到课人次 */
            attendances: number;
            /** @description 清点人次 */
            declared: number;
            id: string;
            name: string;
            town: string;
            latitude: number | null;
            longitude: number | null;
        };
        SiteFiguresView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            /** @enum {string} */
            basis: "trainee" | "host" | "venue";
            unitId: string;
            unitName: string;
            /** @enum {string} */
            unitLevel: "province" | "city" | "county" | "town" | "village" | "organ";
            nextCursor: string | null;
            /** @description 各行和各页的 elsewhere,加 without 减 again · the lines, elsewhere of every page, and without, less again */
            total: components["schemas"]["SessionSumsView"];
            /** @description 本页中在外县的,不列名 · of this page, with those whom another county keeps, unnamed */
            elsewhere: components["schemas"]["SessionSumsView"];
            /** @description 没有教学点(教师)的课次 · of sessions that have none */
            without: components["schemas"]["SessionSumsView"];
            /** @description 有几个的课次在各行多计的 · what sessions that have several are too much in the lines */
            again: components["schemas"]["SessionSumsView"];
            items: components["schemas"]["SiteFigureView"][];
        };
        InstructorFigureView: {
            /** @description 场次 */
            sessionsHeld: number;
            /** @description 送教上门次数 */
            visits: number;
            /** @description 到课人次 */
            attendances: number;
            /** @description 清点人次 */
            declared: number;
            id: string;
            name: string;
            unit: string;
            /** @enum {string} */
            engagement: "fullTime" | "partTime" | "guest";
        };
        InstructorFiguresView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            /** @enum {string} */
            basis: "trainee" | "host" | "venue";
            unitId: string;
            unitName: string;
            /** @enum {string} */
            unitLevel: "province" | "city" | "county" | "town" | "village" | "organ";
            nextCursor: string | null;
            /** @description 各行和各页的 elsewhere,加 without 减 again · the lines, elsewhere of every page, and without, less again */
            total: components["schemas"]["SessionSumsView"];
            /** @description 本页中在外县的,不列名 · of this page, with those whom another county keeps, unnamed */
            elsewhere: components["schemas"]["SessionSumsView"];
            /** @description 没有教学点(教师)的课次 · of sessions that have none */
            without: components["schemas"]["SessionSumsView"];
            /** @description 有几个的课次在各行多计的 · what sessions that have several are too much in the lines */
            again: components["schemas"]["SessionSumsView"];
            items: components["schemas"]["InstructorFigureView"][];
        };
        BreakdownPartView: {
            registered: number;
            /** @description 不明的 · of whom it is not known */
            unknown: number;
        };
        BreakdownPartsView: {
            /** @description 女 */
            female: components["schemas"]["BreakdownPartView"];
            /** @description 少数民族 */
            minority: components["schemas"]["BreakdownPartView"];
            /** @description 35岁及以下 */
            young: components["schemas"]["BreakdownPartView"];
            /** @description 大专及以上 */
            college: components["schemas"]["BreakdownPartView"];
        };
        BreakdownLineView: {
            /** @description 实名人次 */
            registered: number;
            /** @description 到课人次 */
            attendances: number;
            /** @description 实名人次中各有多少 · how many of the registered */
            of: components["schemas"]["BreakdownPartsView"];
            /** @description 按 by 所分 · as cut by `by` */
            key: {
                kind?: string;
                month?: string;
                village?: string;
                town?: string;
                county?: string;
                audience?: string;
            };
            labels: {
                kind?: string;
                month?: string;
                village?: string;
                town?: string;
                county?: string;
                audience?: string;
            };
        };
        BreakdownFigureView: {
            /** @description 实名人次 */
            registered: number;
            /** @description 到课人次 */
            attendances: number;
            /** @description 实名人次中各有多少 · how many of the registered */
            of: components["schemas"]["BreakdownPartsView"];
        };
        BreakdownsView: {
            /** @description 统计口径版本 · rule version */
            rule: string;
            /**
             * Format: date-time
             * @description 两页之间变了就从头再取 · where it changed between two pages, begin anew
             */
            compiledAt: string | null;
            /** @description 已入库尚未编制的事实 · committed facts not yet compiled */
            pending: number;
            /** @enum {string} */
            basis: "trainee" | "host" | "venue";
            unitId: string;
            unitName: string;
            /** @enum {string} */
            unitLevel: "province" | "city" | "county" | "town" | "village" | "organ";
            rows: components["schemas"]["BreakdownLineView"][];
            total: components["schemas"]["BreakdownFigureView"];
        };
        PublishedCountyView: {
            code: string;
            name: string;
        };
        FoundingView: {
            /** @description 已经有账号:照常登录 · somebody has an account: sign in as usual */
            founded: boolean;
            /** @description 能在这里建县:只在服务器本机上 · it can be done here: on the server itself alone */
            here: boolean;
            /** @description 有公布单位名录的县区 · counties whose units are published */
            counties: components["schemas"]["PublishedCountyView"][];
        };
        FoundingFields: {
            /** @description 县区代码 · code of the county */
            countyCode: string;
            /** @description 账号 · account */
            account: string;
            name: string;
            /** @description 至少 10 个字符 · at least 10 characters */
            password: string;
        };
        FoundedView: {
            userId: string;
        };
        HallCodeFields: {
            /** @description 二维码里的课次,与 code 一起 · from the QR, with code */
            sessionId?: string;
            /** @description 二维码里的码 · from the QR */
            code?: string;
            /** @description 二维码里的第几次点名 · roll call, from the QR */
            slot?: number;
            /** @description 二维码里的收看点 · the room, from the QR */
            viewingPointId?: string;
            /** @description 六位数字,没有扫码时 · the six digits, where nothing was scanned */
            digits?: string;
        };
        HallEntryView: {
            /** @description 凭它登记一个人,10 分钟 · for one person, ten minutes */
            ticket: string;
            /** Format: date-time */
            endsAt: string;
            topic: string;
            place: string | null;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            /** Format: time */
            startsAt: string | null;
        };
        HallMarkFields: {
            /** @description 凭它登记一个人,10 分钟 · for one person, ten minutes */
            ticket: string;
            name: string;
            /** @description 手机号或身份证号后四位 · of phone or ID number */
            last4: string;
        };
        HallMarkView: {
            /** @description 先前已登记 · signed in before */
            already: boolean;
        };
        HallView: {
            /** @description 由它算出会场码 · the codes are worked out from it */
            secret: string;
            /**
             * Format: date-time
             * @description 从此时起可登记 · people sign in from here on
             */
            opensAt: string;
            /**
             * Format: date-time
             * @description 到此时为止 · until then
             */
            endsAt: string;
            /**
             * @description 课次或班次不在办,谁也登记不了 · not under way, nobody signs in
             * @enum {string|null}
             */
            shut: "session" | "class" | null;
            /** @description 本人登记的人数 · who signed in themselves */
            signed: number;
            /** @description 花名册人数 · people on the rosters of its classes */
            onRoster: number;
            /** Format: date-time */
            serverTime: string;
        };
        HistoryImportView: {
            /** @description null:不在权限内 · null: not yours to look into */
            id: string | null;
            /** @enum {string} */
            kind: "units" | "people" | "instructors" | "sites" | "classes" | "rosters" | "attendance" | "lessons" | "videos";
            file: string;
        };
        HistoryEntryView: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description 谁做的;null:系统 · who did it; null: the product itself */
            name: string | null;
            action: string;
            /** @description 做在其中哪一课次 · the session of the class that it was done to */
            sessionId: string | null;
            /** @description 课次主题 · the topic of that session */
            session: string | null;
            /** @description 写入了它的导入 · the import that wrote it */
            import: components["schemas"]["HistoryImportView"] | null;
            /** @description 编号和非个人的值 · ids and values that are not personal */
            facts: components["schemas"]["AuditFactView"][];
        };
        ColumnRuleView: {
            /** @enum {string} */
            form: "text" | "choice" | "date" | "time" | "number" | "idNumber" | "phone" | "room";
            /** @description 只能填这些 · the words it knows */
            allowed?: string[];
            /** @description 最多几个字 · characters at most */
            longest?: number;
            min?: number;
            max?: number;
            /** @description 一格可填多个 · several in one cell */
            several?: boolean;
        };
        ImportColumnView: {
            key: string;
            title: string;
            required: boolean;
            rule: components["schemas"]["ColumnRuleView"];
        };
        ImportFormatView: {
            /** @description 说明列的对应时用的名字,不会变 · what mappings call it; never changes */
            name: string;
            /** @description 工作表名;null 为任意 · its name; null: any */
            sheet: string | null;
            columns: components["schemas"]["ImportColumnView"][];
        };
        ImportKindView: {
            /** @enum {string} */
            kind: "units" | "people" | "instructors" | "sites" | "classes" | "rosters" | "attendance" | "lessons" | "videos";
            sheets: components["schemas"]["ImportFormatView"][];
        };
        TopRowView: {
            row: number;
            cells: string[];
        };
        MappedColumn: {
            key: string;
            /** @description 第几列,A 为 1 · which column, A is 1 */
            column: number;
        };
        MappedSheet: {
            sheet: string;
            /** @description 按哪一种工作表读;null 为不读 · which format; null: not read */
            format: string | null;
            /** @description 表头所在行 · the row of the header */
            headerRow: number;
            columns: components["schemas"]["MappedColumn"][];
        };
        SheetTopView: {
            name: string;
            rows: components["schemas"]["TopRowView"][];
            mapping: components["schemas"]["MappedSheet"] | null;
            /**
             * @description 对应从哪里来:本次说定、按列名认出、上次记住、猜测 · where the mapping comes from: told, found by titles, remembered, guessed
             * @enum {string}
             */
            origin: "told" | "found" | "remembered" | "guessed" | "none";
        };
        MappingRequest: {
            sheets: components["schemas"]["MappedSheet"][];
        };
        ImportIdView: {
            id: string;
        };
        SkippedRowView: {
            sheet: string;
            row: number;
            /** @enum {string} */
            reason: "total" | "blank" | "headerAgain";
        };
        ImportForm: {
            /**
             * Format: binary
             * @description .xlsx 工作簿,不超过 20 MB · workbook, at most 20 MB
             */
            file: string;
            /**
             * @description 导入种类 · what the rows are
             * @enum {string}
             */
            kind: "units" | "people" | "instructors" | "sites" | "classes" | "rosters" | "attendance" | "lessons" | "videos";
        };
        ImportRowCounts: {
            /** @description 全部数据行;检查中为已读到的行 · data rows; while checking, those read so far */
            total: number;
            /** @description 已检查或已写入的行 · rows checked, or applied */
            done: number;
            /** @description 已撤回的行,撤回中可看进展 · of these, rows undone: how far a revert is */
            undone: number;
            create: number;
            update: number;
            unchanged: number;
            faulty: number;
            /** @description 没有当作数据的行(合计、空行、重复的表头),不在合计之内 · rows that are no data, apart from the total */
            skipped: number;
            /** @description 大约有多少行,检查开始时得知 · about how many there will be, known when the check begins */
            expected: number;
        };
        ImportShown: {
            id: string;
            /** @enum {string} */
            kind: "units" | "people" | "instructors" | "sites" | "classes" | "rosters" | "attendance" | "lessons" | "videos";
            /** @enum {string} */
            state: "checking" | "checked" | "applying" | "applied" | "reverting" | "reverted" | "failed" | "cancelled";
            fileName: string;
            rows: components["schemas"]["ImportRowCounts"];
            /** @description 失败或不能撤回的原因 · why it failed, or cannot be reverted */
            fault: string | null;
            /** @description 谁上传的;null 为系统 · who sent it; null: the product itself */
            sentBy: string | null;
            /** @description 全部写入或全部不写;更大的文件一段一段写 · written whole or not at all; longer files piece by piece */
            whole: boolean;
            /** @description 列的对应是人说定的 · somebody said how its columns are to be read */
            mapped: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        ImportRowShown: {
            sheet: string;
            /** @description Excel 中的行号 · as Excel shows it */
            row: number;
            /** @enum {string} */
            verdict: "create" | "update" | "unchanged" | "faulty";
            faults: {
                column?: string;
                code: string;
                facts?: {
                    [key: string]: unknown;
                };
            }[];
        };
        InstructorView: {
            id: string;
            unitId: string;
            /** @description 单位显示名 · the unit as screens show it */
            unit: string;
            name: string;
            code: string | null;
            /** @enum {string} */
            engagement: "fullTime" | "partTime" | "guest";
            /** @description 对应的人员 · the same person in the register of people */
            personId: string | null;
            /** @description 职称 · professional title */
            title: string | null;
            /** @description 工作单位 · where they work */
            organisation: string | null;
            /** @description 专长 · specialty */
            specialty: string | null;
            tags: ("localExpert" | "orchardExpert" | "respectedLocal" | "capablePerson" | "outstandingMember")[];
            version: number;
        };
        InstructorFields: {
            unitId: string;
            name: string;
            code?: string | null;
            /** @enum {string} */
            engagement: "fullTime" | "partTime" | "guest";
            /** @description 对应的人员 · the same person in the register of people */
            personId?: string | null;
            /** @description 职称 · professional title */
            title?: string | null;
            /** @description 工作单位 · where they work */
            organisation?: string | null;
            /** @description 专长 · specialty */
            specialty?: string | null;
            tags?: ("localExpert" | "orchardExpert" | "respectedLocal" | "capablePerson" | "outstandingMember")[];
        };
        InstructorChangeFields: {
            unitId?: string;
            name?: string;
            /** @enum {string} */
            engagement?: "fullTime" | "partTime" | "guest";
            /** @description 对应的人员 · the same person in the register of people */
            personId?: string | null;
            /** @description 职称 · professional title */
            title?: string | null;
            /** @description 工作单位 · where they work */
            organisation?: string | null;
            /** @description 专长 · specialty */
            specialty?: string | null;
            tags?: ("localExpert" | "orchardExpert" | "respectedLocal" | "capablePerson" | "outstandingMember")[];
        };
        UnsentForm: {
            /**
             * Format: binary
             * @description 手机导出的待发文件 · the file that a phone wrote
             */
            file: string;
        };
        UnsentPhoneView: {
            name: string;
            label: string | null;
        };
        UnsentSessionView: {
            id: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            topic: string;
            classId: string;
        };
        UnsentRecordView: {
            /** @description 原样写回 · as it came */
            id: string;
            /** @enum {string} */
            verdict: "accepted" | "already" | "conflict" | "review" | "refused";
            /** @enum {string} */
            code?: "malformedBody" | "invalidFields" | "invalidParameters" | "malformedText" | "tooDeep" | "cursorInvalid" | "periodInvalid" | "bodyTooLarge" | "headTooLarge" | "requestMalformed" | "requestTimeout" | "mediaTypeUnsupported" | "notSignedIn" | "signInFailed" | "signInLocked" | "forbidden" | "originMismatch" | "notFound" | "methodNotAllowed" | "preconditionRequired" | "versionMismatch" | "idempotencyKeyReused" | "idempotencyKeyInvalid" | "alreadyExists" | "unitNotEmpty" | "unitRetired" | "unitLevelInvalid" | "referenceUnknown" | "datesReversed" | "positionOverlaps" | "identityInvalid" | "identityTaken" | "mergeWithSelf" | "alreadyFounded" | "alreadyMerged" | "notMerged" | "personMerged" | "transitionNotAllowed" | "classNeedsSession" | "classHeld" | "classFinished" | "kindNeedsRoute" | "kindMismatch" | "dateOutsideClass" | "sessionNotOpen" | "viewingPointInUse" | "leadClassMissing" | "capacityExceeded" | "alreadyEnrolled" | "rosterTooLong" | "sessionUnknown" | "personUnknown" | "markMalformed" | "markConflict" | "offRoster" | "classClosed" | "sessionCancelled" | "sessionVoid" | "viewingPointGone" | "outsidePack" | "recordDateForbidden" | "selfVerification" | "alreadyVerified" | "nothingToDecide" | "invitationUnknown" | "invitationUsed" | "invitationExpired" | "deviceRevoked" | "accountDisabled" | "accountCannotMark" | "deviceNotEnrolled" | "unsentFileInvalid" | "unsentFileNewer" | "unsentFileAltered" | "unsentNotSealed" | "photosOff" | "photosFull" | "photoInvalid" | "photoConflict" | "hallCodeWrong" | "hallEarly" | "hallOver" | "hallTicketEnded" | "hallTicketUsed" | "hallNotFound" | "importKindUnknown" | "notAWorkbook" | "headerMissing" | "importNotChecked" | "importNotApplied" | "importEffectsUnknown" | "importInUse" | "fileMissing" | "tooManyRequests";
            /** @description 没有收的不写 · null for what was refused */
            session: components["schemas"]["UnsentSessionView"] | null;
            /** @description 花名册上的姓名,或名单外的人 · from the roster, or as a walk-in was named */
            who: string | null;
            /** @description 登记的状态;清点人数为空 · null for a head count */
            status: string | null;
            /** @description 清点人数 · heads */
            count: number | null;
        };
        TakenUnsentView: {
            /** @description 谁用过这部手机 · who enrolled the phone */
            phones: components["schemas"]["UnsentPhoneView"][];
            /** @description 导出时手机的时间 · when it was written, by the phone’s clock */
            writtenAt: string;
            /** @description 文件里的每一条 · each record of the file */
            records: components["schemas"]["UnsentRecordView"][];
        };
        MarkView: {
            /** Format: uuid */
            id: string;
            sessionId: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            topic: string;
            /** @description 计入的班次 · the class it counts for, or would */
            classId: string;
            className: string;
            slot: number;
            /** @description 合并后的人员;空为未对上人的现场登记 · null for a walk-in nobody has matched */
            personId: string | null;
            /** @description 不在可查看范围内的只写 movedAway · only movedAway for people outside your units */
            person: {
                name?: string;
                unit?: string;
                last4?: string | null;
                movedAway?: boolean;
            } | null;
            walkIn: {
                name?: string;
                village?: string | null;
                phoneTail?: string | null;
            } | null;
            /** @description 收看点,更正时须照写 · the room; a correction names it again */
            viewingPointId: string | null;
            /** @enum {string} */
            status: "present" | "late" | "leftEarly" | "onLeave" | "absent";
            /** @enum {string} */
            method: "roll" | "qr" | "code" | "assisted" | "paper" | "lateEntry" | "import";
            /** @enum {string} */
            origin: "import" | "self" | "field" | "console";
            late: boolean;
            /** @description 来自未登记的手机 · from a phone that nobody has vouched for */
            unknownDevice: boolean;
            /** @description 交来时手机已停用 · from a phone that was revoked by then */
            revokedDevice: boolean;
            /** @description 登记账号的姓名 · whose account handed it over */
            madeBy: string | null;
            /**
             * Format: date-time
             * @description 手机的时间,只留存 · the device’s clock
             */
            madeAt: string;
            note: string | null;
            /** @description 事由 */
            reason: string | null;
            /** @description 见证人 */
            witness: string | null;
            /** Format: date-time */
            receivedAt: string;
            /**
             * @description 为何等待 · why it waits
             * @enum {string|null}
             */
            waiting: "offRoster" | "classClosed" | "sessionCancelled" | "sessionVoid" | null;
            /** @description 未被取代,也未被剔除 · nothing takes its place */
            live: boolean;
            /** @description 与另一条有效登记不一致 · another live mark says otherwise */
            disputed: boolean;
            /** @enum {string|null} */
            decision: "admit" | "reject" | "match" | null;
            /**
             * @description 需要人做什么:决定是否计入、对上人、解决争议 · what a person has to do: decide, match a walk-in, settle a dispute
             * @enum {string|null}
             */
            needs: "decision" | "match" | "settling" | null;
            /** @description 归你处理;否则只供查看 · yours to decide, else to look at */
            mayDecide: boolean;
        };
        MarksFields: {
            marks: components["schemas"]["MarkEventShape"][];
        };
        VerdictsView: {
            /** @description 每条一个,顺序如来 · one each, in the order sent */
            verdicts: components["schemas"]["VerdictView"][];
            /** Format: date-time */
            serverTime: string;
        };
        DecisionFields: {
            /**
             * @description 计入、不计、对上人、撤回先前的处理 · withdraw takes back what was decided
             * @enum {string}
             */
            decision: "admit" | "reject" | "match" | "withdraw";
            /** @description 现场登记者是谁 · who the walk-in was; with match */
            personId?: string;
        };
        DecidedView: {
            /** Format: uuid */
            id: string;
        };
        PositionView: {
            id: string;
            /** @enum {string} */
            kind: "villageSecretary" | "villageCommitteeMember" | "firstSecretary" | "stationedTeamMember" | "reserveCadre" | "selectedGraduate" | "prosperityLeader" | "agriTechnician" | "backbone";
            unitId: string | null;
            unit: string | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string | null;
            version: number;
        };
        PersonUnitView: {
            /** Format: date */
            from: string;
            unitId: string;
            unit: string;
        };
        PersonView: {
            id: string;
            code: string | null;
            name: string;
            /** @enum {string|null} */
            gender: "female" | "male" | null;
            /** Format: date */
            born: string | null;
            minority: boolean | null;
            /** @enum {string|null} */
            education: "primary" | "junior" | "senior" | "college" | "bachelor" | "master" | null;
            /** Format: date */
            partyFrom: string | null;
            /** Format: date */
            partyUntil: string | null;
            unitId: string;
            unit: string;
            idNumberLast4: string | null;
            phoneLast4: string | null;
            /**
             * @description 今天的类别 · as of today
             * @enum {string}
             */
            audience: "cadre" | "partyMember" | "backbone" | "public";
            /** @description 已并入 · merged into */
            mergedInto: string | null;
            positions: components["schemas"]["PositionView"][];
            units: components["schemas"]["PersonUnitView"][];
            version: number;
        };
        PersonQuery: {
            /** @description 每页条数,默认 50 · items a page */
            limit?: number;
            /** @description 上一页的 nextCursor · nextCursor of the page before */
            cursor?: string;
            /** @description 单位及其下级 · a unit and its subtree */
            unit?: string;
            /** @description 姓名或编号开头、姓名拼音首字母、号码末四位 · beginning of name or code, initials of the name in pinyin, last four of a number */
            q?: string;
            code?: string;
            /** @description 含已并入他人的记录 · with merged records too */
            merged?: boolean;
            /** @description 已并入此人的记录 · records merged into this one */
            into?: string;
            /** @description 只列疑似重复的 · only those of whom there seems to be another record */
            twins?: boolean;
        };
        PersonFields: {
            /** @description 人员编号 */
            code?: string | null;
            /** @enum {string|null} */
            gender?: "female" | "male" | null;
            /** Format: date */
            born?: string | null;
            /** @description 少数民族 */
            minority?: boolean | null;
            /** @enum {string|null} */
            education?: "primary" | "junior" | "senior" | "college" | "bachelor" | "master" | null;
            /**
             * Format: date
             * @description 入党日期
             */
            partyFrom?: string | null;
            /**
             * Format: date
             * @description 党籍最后一日 · last day of membership
             */
            partyUntil?: string | null;
            /** @description 加密保存,只显示末四位 · sealed; the last four are shown */
            idNumber?: string | null;
            /** @description 加密保存,只显示末四位 · sealed; the last four are shown */
            phone?: string | null;
            name: string;
            /** @description 所在单位 */
            unitId: string;
            /**
             * Format: date
             * @description 调入日期;空为一向如此 · since when; always, when left out
             */
            unitFrom?: string;
        };
        PersonChangeFields: {
            /** @description 人员编号 */
            code?: string | null;
            /** @enum {string|null} */
            gender?: "female" | "male" | null;
            /** Format: date */
            born?: string | null;
            /** @description 少数民族 */
            minority?: boolean | null;
            /** @enum {string|null} */
            education?: "primary" | "junior" | "senior" | "college" | "bachelor" | "master" | null;
            /**
             * Format: date
             * @description 入党日期
             */
            partyFrom?: string | null;
            /**
             * Format: date
             * @description 党籍最后一日 · last day of membership
             */
            partyUntil?: string | null;
            /** @description 加密保存,只显示末四位 · sealed; the last four are shown */
            idNumber?: string | null;
            /** @description 加密保存,只显示末四位 · sealed; the last four are shown */
            phone?: string | null;
            name?: string;
        };
        PositionFields: {
            /** @enum {string} */
            kind: "villageSecretary" | "villageCommitteeMember" | "firstSecretary" | "stationedTeamMember" | "reserveCadre" | "selectedGraduate" | "prosperityLeader" | "agriTechnician" | "backbone";
            /** @description 任职单位,与所在单位不同时填 · where, when it is not the person’s own unit */
            unitId?: string | null;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description 最后一日 · last day
             */
            to?: string | null;
        };
        PositionEndFields: {
            /**
             * Format: date
             * @description 最后一日;null 为继续任职 · last day, null when the term goes on
             */
            to: string | null;
        };
        MoveFields: {
            unitId: string;
            /**
             * Format: date
             * @description 到新单位的第一日 · first day there, today or earlier
             */
            from: string;
        };
        MergeFields: {
            /** @description 保留的记录 · the record to keep */
            intoId: string;
            /** @description 看过的版本;不符就不合并 · the version seen; of another nothing is merged */
            version?: number;
            /** @description 保留的记录看过的版本 · the same of the record to keep */
            intoVersion?: number;
        };
        RevealFields: {
            /** @enum {string} */
            number: "idNumber" | "phone";
            reason: string;
        };
        RevealedView: {
            id: string;
            /** @enum {string} */
            number: "idNumber" | "phone";
            value: string;
        };
        TrainedInView: {
            classId: string;
            className: string;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            state: "draft" | "published" | "running" | "closed" | "cancelled" | "void";
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
            /**
             * Format: date
             * @description 列入花名册的日期;空为不在名册 · null where on no roster
             */
            enrolledOn: string | null;
            rosterNo: number | null;
            /** @description 有效到课的课次数,按已编制的统计 · sessions attended, as compiled */
            attended: number;
            /** Format: date */
            firstOn: string | null;
            /** Format: date */
            lastOn: string | null;
        };
        TwinView: {
            person: components["schemas"]["PersonView"];
            /** @description 与此人相同的 · what the two have in common */
            signs: ("name" | "born" | "unit" | "phone")[];
        };
        PreviewedNumbers: {
            /** @description 人数 */
            people: number;
            /** @description 实名人次 */
            registered: number;
            /** @description 清点人次 */
            declared: number;
            /** @description 到课人次 */
            attendances: number;
        };
        PreviewedYear: {
            year: number;
            before: components["schemas"]["PreviewedNumbers"];
            after: components["schemas"]["PreviewedNumbers"];
        };
        MergePreviewView: {
            unitId: string;
            unit: string;
            /** @description 待编制的事实 · facts not counted yet */
            pending: number;
            /** @description 有登记的年份,自然年、按学员单位 · years with marks of either, by the trainee’s unit */
            years: components["schemas"]["PreviewedYear"][];
        };
        PhotoForm: {
            sessionId: string;
            /**
             * Format: date-time
             * @description 手机的时间,只留存 · the phone’s clock, kept and never believed
             */
            at: string;
            /**
             * Format: binary
             * @description JPEG,不超过 400 kB · at most 400 kB
             */
            file: string;
        };
        PhotoVerdictView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            verdict: "accepted" | "already";
        };
        PhotoView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description 手机的时间 · by the phone’s clock
             */
            takenAt: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description 交来的账号 · whose account handed it over */
            by: string | null;
            /** @description 交来时手机已停用 · from a phone that was revoked by then */
            revokedDevice: boolean;
        };
        SessionPhotosView: {
            /** @description 可以拍照 · photos may be taken */
            wanted: boolean;
            /** @description 至多 20 张 · at most 20 */
            items: components["schemas"]["PhotoView"][];
        };
        RemovalFields: {
            reason: string;
        };
        QueueCountsView: {
            waiting: number;
            active: number;
            delayed: number;
            failed: number;
        };
        QueueView: {
            job: string;
            /** @description 等待中 · due and not begun */
            waiting: number;
            /** @description 正在做 · being done */
            active: number;
            /** @description 做过而没有做成,稍后再试 · begun before without an end; tried again later */
            failed: number;
            /** @description 还不到时候 · not due yet */
            delayed: number;
            /** @description 尚未编入的事实 · committed facts not worked in */
            facts: number;
            /**
             * Format: date-time
             * @description 最早的一件从何时起 · since when the oldest waits
             */
            oldestAt: string | null;
            /** @description 最近一次错误的种类 · the kind of the last error */
            lastError: string | null;
            /** @description 队列自己的数;null 为没有应答 · what the queue itself holds */
            queue: components["schemas"]["QueueCountsView"] | null;
        };
        QueuesView: {
            /** @description 队列有应答 · the queue answers */
            answers: boolean;
            /** Format: date-time */
            at: string;
            jobs: components["schemas"]["QueueView"][];
        };
        CheckpointView: {
            position: number;
            siteId: string;
        };
        ViewingPointView: {
            id: string;
            name: string;
            /** @description 清点人数归属单位 */
            forUnitId: string;
            siteId: string | null;
        };
        HeadsView: {
            count: number;
            verified: boolean;
            disputed: boolean;
        };
        SessionLabels: {
            /** @description 按 classIds 的顺序 · as in classIds */
            classes: string[];
            /** @description 按 instructorIds 的顺序 · as in instructorIds */
            instructors: string[];
            course: string | null;
            site: string | null;
            route: string | null;
            forUnit: string | null;
            /** @description 按站点顺序 · as in checkpoints */
            stops: string[];
            /** @description 收看点所属单位 · as in viewingPoints */
            pointUnits: string[];
        };
        SessionView: {
            id: string;
            /** @enum {string} */
            kind: "online" | "thematic" | "practical" | "demonstration";
            /** @enum {string} */
            state: "scheduled" | "cancelled" | "void";
            classIds: string[];
            leadClassId: string;
            code: string | null;
            topic: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            /** Format: time */
            startsAt: string | null;
            /** Format: time */
            endsAt: string | null;
            courseId: string | null;
            instructorIds: string[];
            siteId: string | null;
            routeId: string | null;
            place: string | null;
            forUnitId: string | null;
            checkpoints: components["schemas"]["CheckpointView"][];
            viewingPoints: components["schemas"]["ViewingPointView"][];
            /** @description 现场人数;未核实的不计入人次 · heads; they count once verified */
            headCount: components["schemas"]["HeadsView"] | null;
            /** @description 实名到课人数,按已编制的统计 · named people, as compiled */
            named: number;
            /** @description 可变更为 · what it may become */
            next: ("scheduled" | "cancelled" | "void")[];
            labels: components["schemas"]["SessionLabels"];
            version: number;
        };
        ArrivalView: {
            /** @description 第几站,即第几次点名 · which stop, and which roll call */
            slot: number;
            /**
             * Format: date-time
             * @description 最早一条到课登记,到分钟;不知道为空 · when the first was marked there, to the minute
             */
            arrivedAt: string | null;
            /** @description 该站到课人数 · who was there */
            came: number;
        };
        SessionFields: {
            code?: string | null;
            topic: string;
            /** Format: date */
            date: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            /** Format: time */
            startsAt?: string | null;
            /** Format: time */
            endsAt?: string | null;
            courseId?: string | null;
            instructorIds?: string[];
            siteId?: string | null;
            /** @description 学习线路,各站成为检查点 · its stops become checkpoints */
            routeId?: string | null;
            place?: string | null;
            /** @description 清点人数归属单位 · whose unnamed heads */
            forUnitId?: string | null;
            /** @description 牵头班次 · the lead class */
            leadClassId: string;
            /** @description 合班 · all classes served */
            classIds?: string[];
        };
        SessionChangeFields: {
            leadClassId?: string;
            classIds?: string[];
            topic?: string;
            /** Format: date */
            date?: string;
            /** @enum {string} */
            dayPart?: "am" | "pm" | "evening";
            /** Format: time */
            startsAt?: string | null;
            /** Format: time */
            endsAt?: string | null;
            courseId?: string | null;
            instructorIds?: string[];
            siteId?: string | null;
            /** @description 再次写明同一线路即按线路现在的站点更新;已有登记或人数的课次保留原站点 · the same route again takes its stops as they are now; a session at which something was recorded keeps its stops */
            routeId?: string | null;
            place?: string | null;
            forUnitId?: string | null;
        };
        SessionStateFields: {
            /** @enum {string} */
            to: "scheduled" | "cancelled" | "void";
            reason?: string;
        };
        ViewingPointFields: {
            name: string;
            /** @description 清点人数归属单位 */
            forUnitId: string;
            siteId?: string | null;
        };
        AddedPointView: {
            id: string;
        };
        ViewingPointChangeFields: {
            name?: string;
            /** @description 清点人数归属单位 */
            forUnitId?: string;
            siteId?: string | null;
        };
        ReportedHeadsView: {
            /** Format: uuid */
            id: string;
            sessionId: string;
            /** Format: date */
            date: string;
            topic: string;
            /** @enum {string} */
            dayPart: "am" | "pm" | "evening";
            /** @description 牵头班次 · the lead class */
            classId: string;
            className: string;
            /** @enum {string} */
            sessionState: "scheduled" | "cancelled" | "void";
            /** @description 人数所属单位 · whose heads */
            unitId: string;
            unit: string;
            /** @description 收看点;空为主课堂 · null for the main room */
            viewingPointId: string | null;
            viewingPoint: string | null;
            /** @enum {string} */
            mode: "replace" | "add";
            count: number;
            /** @enum {string} */
            method: "counted" | "estimated";
            countedBy: string;
            /** @description 报送账号的姓名 · whose account reported it */
            reportedBy: string | null;
            note: string | null;
            /** @description 该处已核实的人数 · heads of its room by what is verified */
            countNow: number | null;
            /** @description 核实此报之后 · and once this is verified */
            countThen: number | null;
            /** @description 归你核实 · yours to verify */
            mayVerify: boolean;
            /** @description 自己所报,须由他人核实 · your own: somebody else has to verify it */
            own: boolean;
            late: boolean;
            /** Format: date-time */
            receivedAt: string;
            verified: boolean;
            /** @description 另有一报取代此报 · another report takes its place */
            replaced: boolean;
        };
        HeadCountEntry: {
            /** Format: uuid */
            id: string;
            viewingPointId: string | null;
            mode: string;
            count: number;
            /** @enum {string} */
            method: "counted" | "estimated";
            countedBy: string;
            verified: boolean;
            late: boolean;
            /** Format: date-time */
            receivedAt: string;
            replaces: string[];
        };
        HeadCountFields: {
            count: number;
            /** @enum {string} */
            method: "counted" | "estimated";
            countedBy: string;
            /** @description 收看点,缺省为主课堂 */
            viewingPointId?: string | null;
            note?: string | null;
        };
        HeadCountView: {
            /** Format: uuid */
            id: string;
            verified: boolean;
            replaced: string[];
        };
        TrainingBaseView: {
            id: string;
            unitId: string;
            /** @description 单位显示名 · the unit as screens show it */
            unit: string;
            name: string;
            code: string | null;
            version: number;
        };
        TrainingBaseFields: {
            unitId: string;
            name: string;
            code?: string | null;
        };
        TrainingBaseChangeFields: {
            unitId?: string;
            name?: string;
        };
        TeachingSiteView: {
            id: string;
            /** @description 所在镇街或村 · the town or village where it lies */
            unitId: string;
            /** @description 单位显示名 · the unit as screens show it */
            unit: string;
            /** @description 所在镇街 · the town it lies in */
            town: string;
            name: string;
            code: string | null;
            /** @description 所属培训基地 · the base it belongs to */
            baseId: string | null;
            base: string | null;
            theme: string | null;
            address: string | null;
            /** @description 承载量 · people at once */
            capacity: number | null;
            latitude: number | null;
            longitude: number | null;
            version: number;
        };
        TeachingSiteFields: {
            /** @description 所在镇街或村 · the town or village where it lies */
            unitId: string;
            name: string;
            code?: string | null;
            /** @description 所属培训基地 · the base it belongs to */
            baseId?: string | null;
            theme?: string | null;
            address?: string | null;
            /** @description 承载量 · people at once */
            capacity?: number | null;
            latitude?: number | null;
            longitude?: number | null;
        };
        TeachingSiteChangeFields: {
            /** @description 所在镇街或村 · the town or village where it lies */
            unitId?: string;
            name?: string;
            /** @description 所属培训基地 · the base it belongs to */
            baseId?: string | null;
            theme?: string | null;
            address?: string | null;
            /** @description 承载量 · people at once */
            capacity?: number | null;
            latitude?: number | null;
            longitude?: number | null;
        };
        StopView: {
            /** @description 站序 · place in the order */
            order: number;
            siteId: string;
            site: string;
            /** @description 所在镇街 · the town it lies in */
            town: string;
            latitude: number | null;
            longitude: number | null;
            /** @description 停留分钟 · how long one stays */
            minutes: number;
            /** @description 到此站的车程分钟 · how long the way to it takes */
            travelMinutes: number;
        };
        RouteView: {
            id: string;
            unitId: string;
            /** @description 单位显示名 · the unit as screens show it */
            unit: string;
            name: string;
            code: string | null;
            theme: string | null;
            stops: components["schemas"]["StopView"][];
            version: number;
        };
        StopFields: {
            siteId: string;
            /** @description 停留分钟 · how long one stays */
            minutes: number;
            /** @description 到此站的车程分钟 · how long the way to it takes */
            travelMinutes?: number;
        };
        RouteFields: {
            unitId: string;
            name: string;
            code?: string | null;
            theme?: string | null;
            /** @description 依次到达 · in the order in which they are visited */
            stops: components["schemas"]["StopFields"][];
        };
        RouteChangeFields: {
            unitId?: string;
            name?: string;
            theme?: string | null;
            /** @description 依次到达 · in the order in which they are visited */
            stops?: components["schemas"]["StopFields"][];
        };
        UnitView: {
            id: string;
            parentId: string | null;
            /** @enum {string} */
            level: "province" | "city" | "county" | "town" | "village" | "organ";
            name: string;
            /** @description 显示名 · as screens show it */
            displayName: string;
            code: string | null;
            /**
             * @description 由代码末三位定 · told by the code
             * @enum {string|null}
             */
            villageKind: "residentsCommittee" | "villageCommittee" | "virtual" | null;
            /** Format: date */
            validFrom: string;
            /**
             * Format: date
             * @description 最后一日 · the last day, null while it lives
             */
            validTo: string | null;
            successorId: string | null;
            /** @description 本单位及其下级的课次可以拍照 · sessions of the unit, and of all under it, may be photographed */
            photos: boolean;
            version: number;
        };
        UnitFields: {
            /** @description 上级单位;null 为最上层 · the unit above, null for the top */
            parentId: string | null;
            /** @enum {string} */
            level: "province" | "city" | "county" | "town" | "village" | "organ";
            name: string;
            /** @description 统计用区划代码或自编代码 */
            code?: string | null;
            /**
             * Format: date
             * @description 启用日期 · first day
             */
            validFrom?: string;
        };
        UnitChangeFields: {
            name?: string;
            /** @description 本单位及其下级的课次可以拍照 · sessions of the unit, and of all under it, may be photographed */
            photos?: boolean;
        };
        UnitRetirementFields: {
            /**
             * Format: date
             * @description 最后一日 · last day, today or earlier
             */
            validTo: string;
            /** @description 承接单位 · who answers for what it leaves behind */
            successorId?: string | null;
        };
        NamedUnitView: {
            id: string;
            /** @enum {string} */
            level: "province" | "city" | "county" | "town" | "village" | "organ";
            displayName: string;
        };
        FormerNameView: {
            name: string;
            /**
             * Format: date
             * @description 更名之日 · the day on which it was given up
             */
            until: string;
        };
        UnitPlaceView: {
            /** @description 上级单位,从上到下,限可见范围 · units above, from the top, as far as one sees */
            above: components["schemas"]["NamedUnitView"][];
            /** @description 承接单位 · successor */
            successor: components["schemas"]["NamedUnitView"] | null;
            /** @description 并入本单位的 · units that ended in favour of this one */
            predecessors: components["schemas"]["NamedUnitView"][];
            /** @description 曾用名 · former names */
            names: components["schemas"]["FormerNameView"][];
            /** @description 上级已打开照片 · photos are switched on for a unit above */
            photosAbove: boolean;
        };
        HowMany: {
            many: number;
            /** @description 不止这些 · there are more */
            more: boolean;
        };
        WaitingView: {
            /** @description 待核实的人数报送;null 为无权 · head counts to verify; null where they are not yours */
            headCounts: components["schemas"]["HowMany"] | null;
            /** @description 待定是否计入的登记 · marks to decide */
            decisions: components["schemas"]["HowMany"] | null;
            /** @description 待对上人的现场登记 · walk-ins to match */
            matches: components["schemas"]["HowMany"] | null;
            /** @description 登记不一致的半天(一人一处) · half-days of people whose marks disagree */
            disputes: components["schemas"]["HowMany"] | null;
            /** @description 已检查、待导入的文件 · files checked, not applied */
            imports: components["schemas"]["HowMany"] | null;
            /** @description 日期已过、没有登记也没有人数的课次 · sessions over with neither marks nor heads */
            unmarked: components["schemas"]["HowMany"] | null;
            /** @description 日期已过、还没有结班的班次 · classes over and not closed */
            unclosed: components["schemas"]["HowMany"] | null;
            /** @description 草稿班次 · draft classes */
            drafts: components["schemas"]["HowMany"] | null;
        };
        /** @description RFC 9457. `code` is stable; clients rely on it and never on the titles. */
        Problem: {
            type: string;
            /** @description 中文说明 */
            title: string;
            titleEn: string;
            status: number;
            /** @enum {string} */
            code: "malformedBody" | "invalidFields" | "invalidParameters" | "malformedText" | "tooDeep" | "cursorInvalid" | "periodInvalid" | "bodyTooLarge" | "headTooLarge" | "requestMalformed" | "requestTimeout" | "mediaTypeUnsupported" | "notSignedIn" | "signInFailed" | "signInLocked" | "forbidden" | "originMismatch" | "notFound" | "methodNotAllowed" | "preconditionRequired" | "versionMismatch" | "idempotencyKeyReused" | "idempotencyKeyInvalid" | "alreadyExists" | "unitNotEmpty" | "unitRetired" | "unitLevelInvalid" | "referenceUnknown" | "datesReversed" | "positionOverlaps" | "identityInvalid" | "identityTaken" | "mergeWithSelf" | "alreadyFounded" | "alreadyMerged" | "notMerged" | "personMerged" | "transitionNotAllowed" | "classNeedsSession" | "classHeld" | "classFinished" | "kindNeedsRoute" | "kindMismatch" | "dateOutsideClass" | "sessionNotOpen" | "viewingPointInUse" | "leadClassMissing" | "capacityExceeded" | "alreadyEnrolled" | "rosterTooLong" | "sessionUnknown" | "personUnknown" | "markMalformed" | "markConflict" | "offRoster" | "classClosed" | "sessionCancelled" | "sessionVoid" | "viewingPointGone" | "outsidePack" | "recordDateForbidden" | "selfVerification" | "alreadyVerified" | "nothingToDecide" | "invitationUnknown" | "invitationUsed" | "invitationExpired" | "deviceRevoked" | "accountDisabled" | "accountCannotMark" | "deviceNotEnrolled" | "unsentFileInvalid" | "unsentFileNewer" | "unsentFileAltered" | "unsentNotSealed" | "photosOff" | "photosFull" | "photoInvalid" | "photoConflict" | "hallCodeWrong" | "hallEarly" | "hallOver" | "hallTicketEnded" | "hallTicketUsed" | "hallNotFound" | "importKindUnknown" | "notAWorkbook" | "headerMissing" | "importNotChecked" | "importNotApplied" | "importEffectsUnknown" | "importInUse" | "fileMissing" | "tooManyRequests" | "unavailable" | "unexpected";
            requestId: string;
            /** @description per field: which, and what is wrong with it */
            fields?: {
                field: string;
                fault: string;
                allowed?: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    machines_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    about_about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这是什么系统:示例或正式,今天是哪天 · what this installation is, and which day it is here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutView"];
                };
            };
        };
    };
    signIn_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 我的令牌 · My own tokens, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"][];
                };
            };
        };
    };
    signIn_issue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description 用账号密码换取令牌 · A bearer token for account and password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
        };
    };
    signIn_revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 作废我的一枚令牌 · Revoke one of my tokens */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signIn_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description 浏览器登录,得到 HttpOnly cookie · Sign in with a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
        };
    };
    signIn_leave: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 退出登录 · Sign out: the token in use ends */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signIn_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 我是谁,能做什么 · Who I am and what I may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
        };
    };
    signIn_changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description 修改我的密码,其他令牌随即作废 · Change my password; my other tokens end */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    users_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 账号或姓名的一部分 · a part of the account or the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 账号列表 · Accounts that hold something in my scope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UserView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    users_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRequest"];
            };
        };
        responses: {
            /** @description 新建账号 · Add an account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
        };
    };
    users_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个账号 · One account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    users_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description 改名、停用或启用 · Rename, disable or enable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
        };
    };
    users_setGrants: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsRequest"];
            };
        };
        responses: {
            /** @description 设定权限 · Set what the account may do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
        };
    };
    users_resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description 重设密码,令牌随即作废 · Reset the password; all tokens end */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    userTokens_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 账号在哪里登录 · Where an account is signed in, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"][];
                };
            };
        };
    };
    userTokens_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                tokenId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 作废账号的一枚令牌 · End one sign-in of an account */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 对象的种类 · what it was done to */
                noun?: string;
                /** @description 对象的编号 · which one */
                id?: string;
                /** @description 谁做的 · by which account */
                account?: string;
                /** @description 谁做的,账号的编号 · by which account, its id */
                by?: string;
                /** @description 做了什么 · what was done */
                action?: string;
                /** @description 从这一天起,北京时间 · from this day, Asia/Shanghai */
                from?: string;
                /** @description 到这一天止 · to this day, inclusive */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 谁对什么做了什么,最近的在前 · who did what to what, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    classes_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                kind?: "online" | "thematic" | "practical" | "demonstration";
                state?: "draft" | "published" | "running" | "closed" | "cancelled" | "void";
                /** @description 单位及其下级 · a unit and its subtree */
                unit?: string;
                from?: string;
                to?: string;
                /** @description 日期已过、还没有结班的 · over and not closed */
                unclosed?: boolean;
                code?: string;
                /** @description 名称或编号中的文字、名称拼音首字母 · part of the name or code, initials of the name in pinyin */
                q?: string;
                /** @description 默认按建立先后;newest:开班日期近的在前 · by id, or latest start first */
                order?: "id" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 培训班列表 · list classes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClassView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    classes_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassFields"];
            };
        };
        responses: {
            /** @description 新建培训班(草稿),可带首批课次 · create a class as a draft, with its first sessions */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassView"];
                };
            };
        };
    };
    classes_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个培训班 · one class */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassView"];
                };
            };
        };
    };
    classes_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassChangeFields"];
            };
        };
        responses: {
            /** @description 修改培训班 · change a class */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassView"];
                };
            };
        };
    };
    classes_state: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassStateFields"];
            };
        };
        responses: {
            /** @description 发布、开班、结班、取消、作废 · move a class along its states */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassView"];
                };
            };
        };
    };
    classSheets_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 花名册 · the roster, whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterView"];
                };
            };
        };
    };
    classSheets_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 考勤表:人员 × 半天 · attendance, people × half-days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridView"];
                };
            };
        };
    };
    classOutlook_outlook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 可作的变更与后果、已计入的数 · what may become of a class, and what it counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassOutlookView"];
                };
            };
        };
    };
    classHeads_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 姓名或账号中的文字 · part of the name or account */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 可任班主任的账号 · accounts that may head a class */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClassHeadView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    courses_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 单位及其下属 · a unit and everything under it */
                unit?: string;
                /** @description 名称中的文字 · part of the name */
                q?: string;
                code?: string;
                kind?: "online" | "thematic" | "practical" | "demonstration";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 课程列表,全县可见 · list courses, county-wide */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CourseView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    courses_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseFields"];
            };
        };
        responses: {
            /** @description 新增课程 · add a course */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    courses_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一门课程 · one course */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    courses_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseChangeFields"];
            };
        };
        responses: {
            /** @description 修改课程 · change a course */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    devices_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 账号或姓名的一部分 · a part of the account or the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 手机列表 · Phones of accounts that hold something in my scope */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeviceView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    devices_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一部手机 · One phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
        };
    };
    devices_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description 为教师或一个账号(班主任)出登记码,一部手机用一次,24 小时有效 · A code for one phone of an instructor or an account, for a day */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
        };
    };
    devices_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevocationRequest"];
            };
        };
        responses: {
            /** @description 停用手机:不再给它名单,它还没交的照收,请人核对 · Revoke: it is given nothing, what waits on it is taken and flagged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
        };
    };
    fieldEnrollment_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldEnrollmentRequest"];
            };
        };
        responses: {
            /** @description 手机凭登记码得到自己的令牌;回答丢了可以再来 · A phone’s own token for a code; the same phone may ask again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledDeviceView"];
                };
            };
        };
    };
    enrollments_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                class?: string;
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 报名列表 · list enrolments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EnrollmentView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    enrollments_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrollmentFields"];
            };
        };
        responses: {
            /** @description 列入花名册 · put people on a roster */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledView"];
                };
            };
        };
    };
    enrollments_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一条报名 · one enrolment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentView"];
                };
            };
        };
    };
    enrollments_takeOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 移出花名册 · take a person off a roster */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    enrollments_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrollmentChangeFields"];
            };
        };
        responses: {
            /** @description 修改学号、组别,null 为清空 · correct number and team, null clears */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentView"];
                };
            };
        };
    };
    cards_cards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 学员卡:没有卡的出一张,有的照旧 · the cards of a roster; who has none gets one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardsView"];
                };
            };
        };
    };
    cards_renewed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardRenewalFields"];
            };
        };
        responses: {
            /** @description 换一张卡,旧卡作废 · another card in the place of a lost one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
        };
    };
    field_marks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PacketFields"];
            };
        };
        responses: {
            /** @description 交登记:每条一个结果,顺序如来 · hand over marks; a verdict each, in the order sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacketAnswerView"];
                };
            };
        };
    };
    field_served: {
        parameters: {
            query?: {
                /** @description 上一包的 cursor · cursor of the pack before */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 离线包:七天前至十四天后 · the offline pack, 7 days back to 14 ahead */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
        };
    };
    field_servedAgain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackRequest"];
            };
        };
        responses: {
            /** @description 同一离线包,cursor 在请求内容里 · the same pack, the cursor in the body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackView"];
                };
            };
        };
    };
    field_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的课次,日期同离线包,没有名单 · one’s own sessions on the days of the pack, without rosters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSessionView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    figures_figures: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
                kind?: "online" | "thematic" | "practical" | "demonstration";
                audience?: "cadre" | "partyMember" | "backbone" | "public";
                /** @description below:下级各单位,县以上按乡镇,乡镇和村按村 · below: towns of a county and what is larger, else villages */
                by?: ("kind" | "month" | "village" | "town" | "county" | "audience" | "below")[];
                /** @description 表底按这一项的合计,逐项重新计算,不相加 · the foot of the table: the whole by this part, counted anew and never added */
                foot?: "kind" | "month" | "village" | "town" | "county" | "audience";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 统计:人次、人数、批次、场次 · figures, cut as asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresView"];
                };
            };
        };
    };
    figures_bulletin: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 通报口径两行 · the two lines of the bulletin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinView"];
                };
            };
        };
    };
    figures_rows: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
                kind?: "online" | "thematic" | "practical" | "demonstration";
                audience?: "cadre" | "partyMember" | "backbone" | "public";
                month?: string;
                village?: string;
                town?: string;
                county?: string;
                /** @description 这个班的;按主办单位即全班 · of this class; all of it by host */
                class?: string;
                /** @description 在这个教学点的课次;线路课次在经过的每个点都算 · sessions at this site */
                site?: string;
                /** @description 这位教师授课的课次 · sessions that this instructor taught */
                instructor?: string;
                /** @description 没有教学点或教师的课次 · sessions that have none */
                without?: "site" | "instructor";
                /** @description 有几个教学点或教师的课次,首个以外各计一次 · sessions that have several, once for each but the first */
                several?: "site" | "instructor";
                /** @description 都符合的人 · people of whom all of these hold */
                breakdown?: ("female" | "minority" | "young" | "college")[];
                /** @description 这一项不明的人 · people of whom this is not known */
                unknown?: "female" | "minority" | "young" | "college";
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 批次和人数不分教学点和教师;只有实名人次、到课人次和人数分构成 · not every measure has such parts */
                measure: "batches" | "sessionsHeld" | "visits" | "personTimes.registered" | "personTimes.declared" | "unverified" | "unidentified" | "people" | "attendances";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 打开一个数:各行之和即该数 · open a number; the values sum to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureRowsView"];
                };
            };
        };
    };
    figures_why: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
                kind?: "online" | "thematic" | "practical" | "demonstration";
                audience?: "cadre" | "partyMember" | "backbone" | "public";
                month?: string;
                village?: string;
                town?: string;
                county?: string;
                /** @description 这个班的;按主办单位即全班 · of this class; all of it by host */
                class?: string;
                /** @description 在这个教学点的课次;线路课次在经过的每个点都算 · sessions at this site */
                site?: string;
                /** @description 这位教师授课的课次 · sessions that this instructor taught */
                instructor?: string;
                /** @description 没有教学点或教师的课次 · sessions that have none */
                without?: "site" | "instructor";
                /** @description 有几个教学点或教师的课次,首个以外各计一次 · sessions that have several, once for each but the first */
                several?: "site" | "instructor";
                /** @description 都符合的人 · people of whom all of these hold */
                breakdown?: ("female" | "minority" | "young" | "college")[];
                /** @description 这一项不明的人 · people of whom this is not known */
                unknown?: "female" | "minority" | "young" | "college";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 为什么是这个数:计入与未计入 · what was counted and what was left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyView"];
                };
            };
        };
    };
    partedFigures_sites: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
                kind?: "online" | "thematic" | "practical" | "demonstration";
                audience?: "cadre" | "partyMember" | "backbone" | "public";
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 按教学点:场次、到课、清点 · by teaching site */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteFiguresView"];
                };
            };
        };
    };
    partedFigures_instructors: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
                kind?: "online" | "thematic" | "practical" | "demonstration";
                audience?: "cadre" | "partyMember" | "backbone" | "public";
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 按教师:授课场次、到课、清点 · by instructor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructorFiguresView"];
                };
            };
        };
    };
    partedFigures_whom: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description 按学员单位、主办单位或场地 · whose unit */
                basis?: "trainee" | "host" | "venue";
                /** @description 单位及其下级,缺省为本人单位 */
                unit?: string;
                /** @description 封账前两者相同 · equal until a period is closed */
                view?: "frozen" | "live";
                kind?: "online" | "thematic" | "practical" | "demonstration";
                audience?: "cadre" | "partyMember" | "backbone" | "public";
                /** @description 只看都符合的人 · only people of whom all of these hold */
                breakdown?: ("female" | "minority" | "young" | "college")[];
                /** @description 按什么分行 · what a row is */
                by?: "kind" | "month" | "village" | "town" | "county" | "audience" | "below";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 实名人次的构成:女、少数民族、35岁及以下、大专及以上 · who the registered are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakdownsView"];
                };
            };
        };
    };
    founding_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这个县建好了没有 · whether this county has been set up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundingView"];
                };
            };
        };
    };
    founding_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundingFields"];
            };
        };
        responses: {
            /** @description 建县和第一个管理员 · set up the county and its first administrator */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundedView"];
                };
            };
        };
    };
    hall_ticket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HallCodeFields"];
            };
        };
        responses: {
            /** @description 看到会场码的人领一张登记票 · who has seen the code of a hall gets a ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallEntryView"];
                };
            };
        };
    };
    hall_mark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HallMarkFields"];
            };
        };
        responses: {
            /** @description 本人登记到课;回答丢了可以再来 · a person signs in; may be sent again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallMarkView"];
                };
            };
        };
    };
    hallScreen_screen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 大屏幕上的会场码:何时可登记,多少人已登记 · the hall code on a big screen: when it works, who has signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallView"];
                };
            };
        };
    };
    classHistory_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 培训班及其课次的修改历史,最近的在前 · who changed what of a class and its sessions, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    personHistory_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人员记录的修改历史,最近的在前 · who changed what of a person, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    registerHistories_sites: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 修改历史,最近的在前 · who changed what of it, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    registerHistories_bases: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 修改历史,最近的在前 · who changed what of it, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    registerHistories_routes: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 修改历史,最近的在前 · who changed what of it, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    registerHistories_instructors: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 修改历史,最近的在前 · who changed what of it, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    unitHistory_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 单位的修改历史,最近的在前 · who changed what of a unit, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    importFiles_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 我可以导入什么,各有哪些列 · what I may import, and the columns of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportKindView"][];
                };
            };
        };
    };
    importFiles_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 导入模板 · an empty workbook of this kind, with what each column takes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    importFiles_tops: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各工作表的前二十行,及其列的对应 · the top of each sheet, and how its columns are read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetTopView"][];
                };
            };
        };
    };
    importFiles_tell: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingRequest"];
            };
        };
        responses: {
            /** @description 说明表头和各列,重新检查 · say where header and columns are; it is checked anew */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIdView"];
                };
            };
        };
    };
    importFiles_skipped: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 没有当作数据的行:合计、空行、重复的表头 · rows that are no data, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SkippedRowView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    importFiles_faults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 有误的行,原样附原因 · the faulty rows as they were sent, each with its reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    imports_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                kind?: "units" | "people" | "instructors" | "sites" | "classes" | "rosters" | "attendance" | "lessons" | "videos";
                state?: "checking" | "checked" | "applying" | "applied" | "reverting" | "reverted" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 导入记录,最近的在前 · imports, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportShown"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    imports_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description 上传工作簿并检查 · send a workbook to be checked */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIdView"];
                };
            };
        };
    };
    imports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一次导入的进展 · one import and how far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportShown"];
                };
            };
        };
    };
    imports_rows: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 只看这种判定 · only rows with this verdict */
                verdict?: "create" | "update" | "unchanged" | "faulty";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 逐行判定 · the verdict of each row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportRowShown"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    imports_checkAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 重新检查:没有写入过的,例如已取消的 · check once more what nothing was written from */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIdView"];
                };
            };
        };
    };
    imports_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 写入已检查的工作簿 · apply what was checked */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIdView"];
                };
            };
        };
    };
    imports_callOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 取消正在进行的检查、写入或撤回 · call off a check, an application or a revert under way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIdView"];
                };
            };
        };
    };
    imports_recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 整批撤回 · undo the whole import */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportIdView"];
                };
            };
        };
    };
    instructors_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 单位及其下属 · a unit and everything under it */
                unit?: string;
                /** @description 姓名中的文字 · part of the name */
                q?: string;
                code?: string;
                tag?: "localExpert" | "orchardExpert" | "respectedLocal" | "capablePerson" | "outstandingMember";
                engagement?: "fullTime" | "partTime" | "guest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 教师列表,全县可见 · list instructors, county-wide */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InstructorView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    instructors_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructorFields"];
            };
        };
        responses: {
            /** @description 新增教师 · add an instructor */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructorView"];
                };
            };
        };
    };
    instructors_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一位教师 · one instructor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructorView"];
                };
            };
        };
    };
    instructors_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructorChangeFields"];
            };
        };
        responses: {
            /** @description 修改教师 · change an instructor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstructorView"];
                };
            };
        };
    };
    unsent_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UnsentForm"];
            };
        };
        responses: {
            /** @description 收手机导出的待发文件,如同手机自己交来 · take the file of what waits on a phone, as if the phone had come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenUnsentView"];
                };
            };
        };
    };
    marks_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                session?: string;
                /** @description 计入的班次 · the class it counts for */
                class?: string;
                /** @description 单位及其下级的班次 · classes of a unit and its subtree */
                unit?: string;
                from?: string;
                to?: string;
                /** @description 迟报 · late */
                late?: boolean;
                /** @description 需要人做什么:决定是否计入、对上人、解决争议 · what a person has to do: decide, match a walk-in, settle a dispute */
                needs?: "decision" | "match" | "settling";
                /** @description 一个人的全部登记,含被取代的 · all of one person, replaced ones too */
                person?: string;
                /** @description 只列已处理的 · only those somebody has decided about */
                decided?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 登记列表,可只列待处理的 · list marks, all or only those that need somebody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MarkView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    marks_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarksFields"];
            };
        };
        responses: {
            /** @description 在控制台登记,以 replaces 解决争议 · mark at the console; naming what it replaces settles a dispute */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictsView"];
                };
            };
        };
    };
    marks_settle: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionFields"];
            };
        };
        responses: {
            /** @description 处理待定登记 · admit, reject, or match a mark that waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedView"];
                };
            };
        };
    };
    people_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 单位及其下级 · a unit and its subtree */
                unit?: string;
                /** @description 姓名或编号开头、姓名拼音首字母、号码末四位 · beginning of name or code, initials of the name in pinyin, last four of a number */
                q?: string;
                code?: string;
                /** @description 含已并入他人的记录 · with merged records too */
                merged?: boolean;
                /** @description 已并入此人的记录 · records merged into this one */
                into?: string;
                /** @description 只列疑似重复的 · only those of whom there seems to be another record */
                twins?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人员列表 · list people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    people_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonFields"];
            };
        };
        responses: {
            /** @description 登记人员 · put a person on the register */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    people_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonQuery"];
            };
        };
        responses: {
            /** @description 查找人员:与列表相同,条件不写进地址 · the same list, with what is looked for kept out of the address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    people_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个人员 · one person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    people_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChangeFields"];
            };
        };
        responses: {
            /** @description 修改人员信息 · change what is known of a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    positions_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionFields"];
            };
        };
        responses: {
            /** @description 任职 · record a term in a position */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    positions_end: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
                positionId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PositionEndFields"];
            };
        };
        responses: {
            /** @description 卸任 · set the last day of a term; If-Match is the position’s version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    personEvents_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveFields"];
            };
        };
        responses: {
            /** @description 调动单位 · the person belongs to another unit from a day on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    personEvents_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeFields"];
            };
        };
        responses: {
            /** @description 并入另一记录(同一人) · two records are one person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    personEvents_unmerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 撤销合并 · take a merge back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
        };
    };
    personEvents_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealFields"];
            };
        };
        responses: {
            /** @description 查看完整号码(留痕) · show a number in full; who and why is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedView"];
                };
            };
        };
    };
    personRecord_classes: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 培训档案:上过的班和到课次数 · classes of a person, with what they attended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrainedInView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    personRecord_others: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 疑似同一人的其他记录 · other records that may be the same person, twenty at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwinView"][];
                };
            };
        };
    };
    personRecord_figures: {
        parameters: {
            query?: {
                /** @description 保留的记录;不填为撤销合并 · the record to keep; none when a merge is taken back */
                into?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 合并或撤销合并后统计的变化,只算不存 · what a merge would do to the figures; nothing is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreviewView"];
                };
            };
        };
    };
    photos_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PhotoForm"];
            };
        };
        responses: {
            /** @description 交一张照片,编号由手机编 · hand over a photo, under the id that the phone made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoVerdictView"];
                };
            };
        };
    };
    photos_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个课次的照片 · the photos of a session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPhotosView"];
                };
            };
        };
    };
    photos_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 照片 · the photo itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    photos_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovalFields"];
            };
        };
        responses: {
            /** @description 删除照片,写明原因 · destroy a photo, saying why */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    queues_standing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 后台工作的进展 · how work for later stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuesView"];
                };
            };
        };
    };
    sessions_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                class?: string;
                instructor?: string;
                kind?: "online" | "thematic" | "practical" | "demonstration";
                state?: "scheduled" | "cancelled" | "void";
                from?: string;
                to?: string;
                /** @description 日期已过、没有登记也没有人数的 · over, with neither marks nor heads */
                unmarked?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 课次列表,按日期 · list sessions by date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    timetable_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionFields"];
            };
        };
        responses: {
            /** @description 排课次 · put a session into the timetable */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    sessions_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个课次 · one session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    timetable_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionChangeFields"];
            };
        };
        responses: {
            /** @description 修改课次 · change a session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    sessions_arrivals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 线路各站的到站时刻和人数;不走线路为空 · when it came to each stop of its route; empty without one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalView"][];
                };
            };
        };
    };
    timetable_state: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionStateFields"];
            };
        };
        responses: {
            /** @description 取消、恢复、作废 · cancel, put back, declare void */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    viewingPoints_addOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewingPointFields"];
            };
        };
        responses: {
            /** @description 增加集中收看点 · add a viewing point */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedPointView"];
                };
            };
        };
    };
    viewingPoints_takeAway: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
                pointId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 删除没有登记的收看点;If-Match 是课次的版本 · take away a viewing point; If-Match is the session’s version */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    viewingPoints_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
                pointId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewingPointChangeFields"];
            };
        };
        responses: {
            /** @description 修改收看点;If-Match 是课次的版本 · correct a viewing point; If-Match is the session’s version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    headCounts_worklist: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description false:等待核实的 · false: those that wait to be verified */
                verified?: boolean;
                session?: string;
                class?: string;
                /** @description 单位及其下级的班次 · classes of a unit and its subtree */
                unit?: string;
                from?: string;
                to?: string;
                /** @description 迟报 · late */
                late?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人数报送列表,可只列待核实的 · list reported heads, all or only those that wait to be verified */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReportedHeadsView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    headCounts_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个课次的全部清点 · every count reported for a session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadCountEntry"][];
                };
            };
        };
    };
    headCounts_say: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeadCountFields"];
            };
        };
        responses: {
            /** @description 报现场人数,取代此前所报 · say how many stood there, in place of everything said before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadCountView"];
                };
            };
        };
    };
    headCounts_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 核实 · confirm a reported head count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadCountView"];
                };
            };
        };
    };
    trainingBases_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 单位及其下属 · a unit and everything under it */
                unit?: string;
                /** @description 名称中的文字 · part of the name */
                q?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 培训基地列表,全县可见 · list training bases, county-wide */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrainingBaseView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    trainingBases_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingBaseFields"];
            };
        };
        responses: {
            /** @description 新增培训基地 · add a training base */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingBaseView"];
                };
            };
        };
    };
    trainingBases_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个培训基地 · one training base */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingBaseView"];
                };
            };
        };
    };
    trainingBases_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingBaseChangeFields"];
            };
        };
        responses: {
            /** @description 修改培训基地 · change a training base */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingBaseView"];
                };
            };
        };
    };
    teachingSites_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 单位及其下属 · a unit and everything under it */
                unit?: string;
                /** @description 名称中的文字 · part of the name */
                q?: string;
                code?: string;
                /** @description 所属培训基地 · of a base */
                base?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 现场教学点列表,全县可见 · list teaching sites, county-wide */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TeachingSiteView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    teachingSites_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeachingSiteFields"];
            };
        };
        responses: {
            /** @description 新增现场教学点 · add a teaching site */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeachingSiteView"];
                };
            };
        };
    };
    teachingSites_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个现场教学点 · one teaching site */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeachingSiteView"];
                };
            };
        };
    };
    teachingSites_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeachingSiteChangeFields"];
            };
        };
        responses: {
            /** @description 修改现场教学点 · change a teaching site */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeachingSiteView"];
                };
            };
        };
    };
    routes_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                /** @description 单位及其下属 · a unit and everything under it */
                unit?: string;
                /** @description 名称中的文字 · part of the name */
                q?: string;
                code?: string;
                /** @description 经过的教学点 · that stop at a site */
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 学习线路列表,全县可见 · list learning routes, county-wide */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RouteView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    routes_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RouteFields"];
            };
        };
        responses: {
            /** @description 新增学习线路 · add a learning route */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteView"];
                };
            };
        };
    };
    routes_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一条学习线路 · one learning route */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteView"];
                };
            };
        };
    };
    routes_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RouteChangeFields"];
            };
        };
        responses: {
            /** @description 修改学习线路 · change a learning route */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteView"];
                };
            };
        };
    };
    units_list: {
        parameters: {
            query?: {
                /** @description 每页条数,默认 50 · items a page */
                limit?: number;
                /** @description 上一页的 nextCursor · nextCursor of the page before */
                cursor?: string;
                level?: "province" | "city" | "county" | "town" | "village" | "organ";
                /** @description 直接上级 · directly under this unit */
                parentId?: string;
                code?: string;
                /** @description 名称中的文字 · part of the name */
                q?: string;
                /** @description 不含已撤销的 · without retired ones */
                living?: boolean;
                /** @description 可见范围的最上层 · where the tree of what one sees begins */
                top?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 单位列表:本单位及下级 · list one’s units and what is under them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    units_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitFields"];
            };
        };
        responses: {
            /** @description 增设单位 · add a unit */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    units_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一个单位 · one unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    units_change: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitChangeFields"];
            };
        };
        responses: {
            /** @description 单位更名、打开或关闭照片 · rename a unit, switch photos on or off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    units_retire: {
        parameters: {
            query?: never;
            header: {
                /** @description 上次读到的 ETag · the ETag last read */
                "If-Match": string;
                /** @description 1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitRetirementFields"];
            };
        };
        responses: {
            /** @description 撤销或并入他单位 · retire a unit, in favour of another */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    unitPlace_place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 单位的上级、承接和曾用名 · what stands above a unit, what took over, what it was called */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPlaceView"];
                };
            };
        };
    };
    waiting_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 等我处理的有多少 · how much waits for me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingView"];
                };
            };
        };
    };
}
